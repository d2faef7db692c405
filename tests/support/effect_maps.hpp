// Maps of causes and outcomes, for tests of the outcome map.
#pragma once

#include "model/map/content.hpp"

namespace outmap::test {

Influence influence(Id from, Id to, double weight, double confidence = 0.6);
Outcome measured_outcome(Id id, double importance, double current, double target);

/// Two initiatives, two partners, a process, three touchpoints, two outcomes of customers and one of the organisation,
/// with one reinforcing and one balancing loop. Of the influence on the outcome `story`, 0.7·0.8·0.8 = 0.448 runs
/// through the partner `midwives` and 0.5·0.4·0.8 = 0.16 through the process `notes`.
MapContent causes_of_a_story();

/// So many elements of all kinds with random effects between them: forward, backward, inside columns, to themselves,
/// several between the same two; some names are long, some Japanese.
MapContent random_causes(std::size_t elements, unsigned seed);

}  // namespace outmap::test
