// What customers said, for programs.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "model/analysis/feedback.hpp"

namespace outmap {

/// {"since", "all", "stages", "customers", "tags", "needs", "themes", "trends", "changes", "uncategorised", "undated",
/// "contradictions", "offers"}
nlohmann::ordered_json feedback_json(const FeedbackReport& feedback);

}  // namespace outmap
