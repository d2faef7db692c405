// What-if reports as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// {"scenarios": [...], "comparison": {...}}: the names are fixed, every key is always there.
nlohmann::ordered_json whatif_document(const std::vector<WhatIfReport>& reports);

/// The same as text.
std::string whatif_json(const std::vector<WhatIfReport>& reports);

}  // namespace outmap
