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

constexpr std::size_t most_drawn_alone = 3;  // of several scenarios: more would make the page too heavy to be sent

/// Several scenarios side by side, then, where they are few, each as the map of what it moves; one as that map alone.
void want_whatifs(const Wanted& today, const std::vector<WhatIfReport>& whatifs, std::vector<Wanted>& all) {
  all.push_back(today);
  for (const WhatIfReport& whatif : whatifs) all.back().options.what_ifs.push_back(&whatif);
  if (whatifs.size() < 2 || whatifs.size() > most_drawn_alone) return;
  for (std::size_t i = 0; i < whatifs.size(); ++i) {
    all.push_back(today);
    all.back().name = picture_of_scenario(i);
    all.back().options.what_ifs = {&whatifs[i]};
  }
}

std::vector<Wanted> wanted(const Map& map, const ReportOptions& options, const std::vector<WhatIfReport>& whatifs) {
  DiagramOptions common;
  common.as_of = options.as_of;
  common.since = options.since;
  common.budget = options.budget;
  std::vector<Wanted> all;
  for (const DiagramKind& diagram : all_diagrams()) {
    if (diagram.name == "dendrogram") continue;  // for those who study the clustering, not for a client
    const Wanted today{&diagram, std::string(diagram.name), common};
    if (diagram.name == "whatif") {
      want_whatifs(today, whatifs, all);
      continue;
    }
    if (diagram.name != "journey") {
      all.push_back(today);
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

std::string picture_of_scenario(std::size_t place) { return "whatif-" + std::to_string(place + 1); }

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
