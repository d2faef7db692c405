// Scene to file: one function per format.
#pragma once

#include <string>
#include <string_view>

#include "render/diagram.hpp"
#include "render/scene.hpp"
#include "render/text/measure.hpp"

namespace outmap {

class LookTable;

enum class FontEmbedding { subset, none, of_page };

struct SvgOptions {
  /// subset: about 15 kB a face, the same looks everywhere; of_page: the page that it stands in brings font and style,
  /// and finds elements by data-id and data-kind: groups have neither ids nor classes of their own.
  FontEmbedding font = FontEmbedding::subset;
  double scale = 1;            // of width and height; coordinates stay
  std::string id_prefix{};     // before every id: keeps several pictures apart on one page
  LookTable* looks = nullptr;  // of the page, whose style brings its rules too; null: attributes
};

/// The scene as a standalone, accessible SVG. Same scene, same bytes. Linear in the shapes. Colours are literal
/// attributes: librsvg knows no CSS variables. Ids are made unique ("--2"), white space in them becomes '-'.
std::string write_svg(const Scene& scene, const Fonts& fonts, const SvgOptions& options = {});

/// The scene as PNG, `scale` px per scene px; as PDF, one page. Both come from the SVG through librsvg and cairo, which
/// are loaded only now. Throw CannotDraw where the module or the font is missing.
std::string write_png(const Scene& scene, const Fonts& fonts, double scale = 1);
std::string write_pdf(const Scene& scene, const Fonts& fonts, double scale = 1);

/// The diagram as a Graphviz graph with roles as classes.
std::string write_dot(const DiagramGraph& graph);

}  // namespace outmap
