#include "cli/report/pictures.hpp"

#include <algorithm>

#include "render/diagram.hpp"

namespace outmap {
namespace {

/// One picture: a diagram, or one journey of several.
struct Wanted {
  const DiagramKind* diagram;
  std::string name;
  DiagramOptions options;
};

std::vector<Wanted> wanted(const Map& map, const ReportOptions& options, const std::vector<WhatIfReport>& whatifs) {
  DiagramOptions common;
  common.as_of = options.as_of;
  common.since = options.since;
  common.budget = options.budget;
  common.names_options = false;
  std::vector<Wanted> all;
  for (const DiagramKind& diagram : all_diagrams()) {
    if (diagram.name == "dendrogram") continue;  // for those who study the clustering, not for a client
    if (diagram.name != "journey") {
      all.push_back({&diagram, std::string(diagram.name), common});
      // The other pictures are of today.
      if (diagram.name != "whatif") continue;
      for (const WhatIfReport& whatif : whatifs) all.back().options.what_ifs.push_back(&whatif);
      continue;
    }
    for (const Journey& journey : map->journeys) {
      all.push_back({&diagram, "journey-" + journey.id, common});
      all.back().options.journey = journey.id;
    }
  }
  return all;
}

}  // namespace

std::vector<DrawnPicture> draw_pictures(const Map& map, const ReportOptions& options,
                                        const std::vector<WhatIfReport>& whatifs, const Look& look) {
  const Fonts fonts(look.font);
  const Style style{look.theme, fonts};
  std::vector<DrawnPicture> drawn;
  for (const Wanted& picture : wanted(map, options, whatifs)) {
    try {
      drawn.push_back({picture.name, picture.diagram->draw(map, picture.options, style)});
    } catch (const CannotDraw&) {
      // The map has nothing for it: the page says so where it matters.
    }
  }
  return drawn;
}

std::vector<PagePicture> paired(std::vector<DrawnPicture> light, std::vector<DrawnPicture> dark) {
  std::vector<PagePicture> pictures;
  for (std::size_t i = 0; i < light.size(); ++i) {
    pictures.push_back({std::move(light[i].name), std::move(light[i].scene), std::move(dark[i].scene)});
  }
  return pictures;
}

const PagePicture* picture_named(const ReportInputs& inputs, std::string_view name) {
  const auto found = std::ranges::find(inputs.pictures, name, &PagePicture::name);
  return found == inputs.pictures.end() ? nullptr : &*found;
}

}  // namespace outmap
