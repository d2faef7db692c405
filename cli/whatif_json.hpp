// What-if reports as JSON.
#pragma once

#include <string>
#include <vector>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// {"scenarios": [...], "comparison": {...}}: the names are fixed, every key is always there.
std::string whatif_json(const std::vector<WhatIfReport>& reports);

}  // namespace outmap
