// Random maps for the pictures that are charts, and what all of them must keep to.
#pragma once

#include <cstddef>
#include <string>

#include "model/map/content.hpp"
#include "model/map/map.hpp"
#include "render/diagram.hpp"

namespace outmap::test {

/// `size` outcomes with gaps, initiatives, partners with markers, offerings and competitors, called `name` and a
/// number; readings and journal entries of them. Some numbers are missing. Same seed, same map.
MapContent chart_content(std::size_t size, const std::string& name, unsigned seed);

/// Draws the map in every theme and on every page, and checks that no text overlaps another, leaves the picture or is
/// too pale, and that every group with an id of the map has a kind and a title.
/// `everything`: on a page that grows, too.
void check_chart(const char* diagram, const MapContent& content, bool everything = false);
void check_chart(const char* diagram, const Map& map, DiagramOptions options, bool everything = false);

}  // namespace outmap::test
