// A report as one HTML file.
#pragma once

#include <string>

#include "render/report/page.hpp"
#include "render/text/measure.hpp"
#include "render/theme/themes.hpp"

namespace outmap {

/// The colours of the page itself: in the light and on paper, and in the dark.
struct PageThemes {
  Theme light = light_theme();
  Theme dark = dark_theme();
};

/// The page with its pictures, tables, style and script in one file that asks nothing of the network: a security
/// policy in it forbids that. Every text stands as text, whatever it holds. Fonts are embedded once, cut to the
/// characters in use. Without JavaScript all content is there. Same page, same bytes. Linear in the page.
std::string write_page(const ReportPage& page, const Fonts& fonts, const PageThemes& themes = {});

}  // namespace outmap
