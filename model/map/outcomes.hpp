// Outcomes and those who want them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/map/element.hpp"

namespace outmap {

/// Someone who wants an outcome; a missing number means the outcome's own.
struct Holder {
  Id id;
  std::optional<double> importance;
  std::optional<double> current;
  std::optional<double> target;
  std::optional<double> satisfaction;

  bool operator==(const Holder&) const = default;
};

struct Holders {
  bool organisation = false;  // the organisation itself wants it; `list` is then empty
  std::vector<Holder> list;

  bool operator==(const Holders&) const = default;
};

enum class Direction { more, less };
enum class ValueKind { functional, financial, emotional, social };
enum class Valence { gain, avoid };
enum class Scope { customer, organisation };

struct Outcome : Element {
  Holders holders;
  Ids needs;
  std::optional<double> importance;    // 0-10
  std::optional<double> current;       // on the outcome's scale
  std::optional<double> target;        // on the outcome's scale
  std::optional<double> satisfaction;  // 0-10
  Direction direction = Direction::more;
  std::optional<ValueKind> kind;
  Valence valence = Valence::gain;
  Scope scope = Scope::customer;
  std::string indicator;
  std::optional<double> money_per_point;
  std::optional<Scale> scale;  // the map's where it has none
  std::string unit;

  bool operator==(const Outcome&) const = default;
};

}  // namespace outmap
