// The samples that come with the program.
#pragma once

#include <string>

#include "model/map/map.hpp"

namespace outmap::test {

/// The map in this file below samples/: "clinics/map.yaml"; the test fails where it cannot be read.
Map sample(const std::string& file);

}  // namespace outmap::test
