// Offerings whose value the tests add up by hand.
#pragma once

#include "model/map/content.hpp"

namespace outmap::test {

/// Three outcomes, of which two are worth money, and one offering with a price, a cost and a level of each.
MapContent family_plan();

}  // namespace outmap::test
