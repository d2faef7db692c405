// Drawings that a picture shows more than once.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "render/scene.hpp"

namespace outmap {

/// Knows again what was drawn before at another place: the same shapes in the same colours. An icon takes some 350
/// bytes, a reference to one 45.
class DrawnBefore {
 public:
  struct Drawing {
    std::size_t number = 0;  // from 0, in the order of drawing
    Point from{};            // where the first of its kind stands
  };

  struct Found {
    Drawing first;
    Point at{};
    bool is_new = false;
  };

  /// Counts a drawing, before any is written; a group that holds text or other groups is none.
  void notice(const Group& group);

  /// The first drawing like `group`, and where `group` stands, if two or more of them were noticed. O(shapes) and a
  /// look-up.
  std::optional<Found> find(const Group& group);

 private:
  struct Known {
    std::size_t times = 0;
    std::optional<Drawing> first{};
  };
  std::map<std::string, Known> known_;
  std::size_t drawn_ = 0;
};

}  // namespace outmap
