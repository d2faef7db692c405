// What every element of a map has.
#pragma once

#include <string>
#include <vector>

#include "model/map/element_kind.hpp"

namespace outmap {

using Id = std::string;
using Texts = std::vector<std::string>;
using Ids = std::vector<Id>;

/// A field that begins with `x-`: kept and written back, never interpreted.
struct Extension {
  std::string name;
  std::string json;

  bool operator==(const Extension&) const = default;
};

struct Element {
  Id id;
  std::string name;  // equals the id where the map gives none
  std::string description;
  Texts tags;
  std::string notes;
  std::vector<Extension> extensions;

  bool operator==(const Element&) const = default;
};

/// What rows without an id of their own may carry.
struct Remark {
  std::string description;
  std::string notes;
  std::vector<Extension> extensions;

  bool operator==(const Remark&) const = default;
};

struct Scale {
  double min = 0;
  double max = 10;

  double width() const { return max - min; }
  bool operator==(const Scale&) const = default;
};

/// A number for an element, as in `levels: {booked-fast: 6}`.
struct IdNumber {
  Id id;
  double value = 0;

  bool operator==(const IdNumber&) const = default;
};
using IdNumbers = std::vector<IdNumber>;

}  // namespace outmap
