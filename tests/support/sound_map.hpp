// A small map in which nothing is missing, for tests that take something out.
#pragma once

#include "model/map/content.hpp"

namespace outmap::test {

/// Families, who walk one journey with one stage, want the outcome `trusted`; a partner, an own process and an
/// initiative lead to it; it was measured and has evidence. It has no structural finding.
MapContent sound_content();

}  // namespace outmap::test
