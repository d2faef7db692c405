// The pictures of a report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/report/inputs.hpp"

namespace outmap {

struct DrawnPicture {
  std::string name;  // "gaps", "journey-first-year"
  Scene scene;
};

/// Every picture that the map has something for, each journey of it; with fonts of its own, so that several calls may
/// run side by side.
/// `whatifs` are shown as the map of what each moves, several side by side and, up to three, alone too; the other
/// pictures are of today.
std::vector<DrawnPicture> draw_pictures(const Map& map, const ReportOptions& options,
                                        const std::vector<WhatIfReport>& whatifs, const Look& look);

/// The name of the picture of one of several scenarios, by its place: "whatif-1".
std::string picture_of_scenario(std::size_t place);

/// The same pictures in two themes, put together.
std::vector<PagePicture> paired(std::vector<DrawnPicture> light, std::vector<DrawnPicture> dark);

/// The picture of this name, or null.
const PagePicture* picture_named(const ReportInputs& inputs, std::string_view name);

}  // namespace outmap
