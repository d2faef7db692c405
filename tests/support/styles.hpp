// What pictures of tests are measured and painted with.
#pragma once

#include "render/diagram.hpp"
#include "render/text/measure.hpp"
#include "render/theme/theme.hpp"

namespace outmap::test {

/// The usual fonts, opened once for all tests.
const Fonts& fonts();

/// The light theme with them.
const Style& light();

}  // namespace outmap::test
