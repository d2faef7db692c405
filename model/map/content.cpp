#include "model/map/content.hpp"

namespace outmap {

MapContent::MapContent() = default;
MapContent::MapContent(const MapContent&) = default;
MapContent::MapContent(MapContent&&) noexcept = default;
MapContent& MapContent::operator=(const MapContent&) = default;
MapContent& MapContent::operator=(MapContent&&) noexcept = default;
MapContent::~MapContent() = default;
bool MapContent::operator==(const MapContent&) const = default;

}  // namespace outmap
