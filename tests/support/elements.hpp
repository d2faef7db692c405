// Elements with as much in them as a test needs.
#pragma once

#include <string>
#include <utility>

#include "model/map/claims.hpp"
#include "model/map/elements.hpp"

namespace outmap::test {

/// An element of any kind; without a name it is called as its id.
template <class T>
T named(Id id, std::string name = {}) {
  T element;
  element.name = name.empty() ? id : std::move(name);
  element.id = std::move(id);
  return element;
}

Relation relation(Id from, Id to, double strength = 1, std::string type = "common-goal");

}  // namespace outmap::test
