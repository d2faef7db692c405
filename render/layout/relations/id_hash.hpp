// A number that an id alone decides, the same everywhere: where something begins that must not hang on what else is
// there.
#pragma once

#include <cstdint>

#include "model/map/element.hpp"
#include "render/scene.hpp"

namespace outmap::relations {

/// FNV-1a.
inline std::uint64_t hash_of(const Id& id) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char letter : id) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  return hash;
}

/// A point of the unit square that `hash` decides; its bits are mixed (MurmurHash3's finalizer), because FNV leaves
/// ids that differ in their last letter close to each other.
inline Point point_of(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  hash ^= hash >> 33;
  constexpr double most = 4294967296.0;
  return {static_cast<double>(hash & 0xffffffffU) / most, static_cast<double>(hash >> 32) / most};
}

}  // namespace outmap::relations
