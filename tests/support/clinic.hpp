// The invented clinic of docs/analyses/gaps.md, so that its numbers are checked.
#pragma once

#include "model/map/content.hpp"

namespace outmap::test {

/// Two customers, one partner, three outcomes, one reading, one competitor; see the numbers in docs/analyses/gaps.md.
MapContent clinic();

Customer customer(Id id, double size = 1);
Outcome outcome(Id id, Ids holders = {});

}  // namespace outmap::test
