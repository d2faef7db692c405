// A report as one HTML file.
#pragma once

#include <string>

#include "render/report/page.hpp"
#include "render/text/measure.hpp"

namespace outmap {

/// The page with its pictures, tables, style and script in one file that asks nothing of the network: a security
/// policy in it forbids that. Every text stands as text, whatever it holds. Fonts are embedded once, cut to the
/// characters in use. Without JavaScript all content is there. Same page, same bytes. Linear in the page.
std::string write_page(const ReportPage& page, const Fonts& fonts);

}  // namespace outmap
