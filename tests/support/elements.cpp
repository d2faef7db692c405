#include "tests/support/elements.hpp"

namespace outmap::test {

Relation relation(Id from, Id to, double strength, std::string type) {
  Relation made;
  made.from = std::move(from);
  made.to = std::move(to);
  made.type = std::move(type);
  made.strength = strength;
  return made;
}

}  // namespace outmap::test
