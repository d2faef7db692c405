// A Map of content that a test wrote by hand.
#pragma once

#include "model/map/map.hpp"

namespace outmap::test {

/// The map of this content; the test fails, naming the problems, where the content breaks a rule.
Map make_map(MapContent content);

/// A day that a test wrote by hand: "2026-06-30".
Date day(std::string_view text);

}  // namespace outmap::test
