// What `outmap value` found, in the forms that people and machines read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/value/value.hpp"

namespace outmap {

/// What --only may name.
std::vector<std::string_view> value_sections();

/// What matters first in a few sentences, then a table for each question, then how it was reckoned. With `only` that
/// table alone; empty for all.
std::string value_text(const Map& map, const ValueReport& report, std::string_view only, const Screen& screen);

/// The same as data; what matters first stands in the words of the first part.
ReportParts value_report_parts(const Map& map, const ValueReport& report);

/// One section as csv or markdown; the offerings where `only` is empty.
std::string value_listing(const Map& map, const ValueReport& report, std::string_view only, const std::string& format,
                          const Screen& screen);

/// {"customers", "stages", "offerings", "ladder", "value_map", "alternatives", "willingness_to_pay", "value_models",
/// "firm_value", "as_of"}
std::string value_json(const ValueReport& report);

}  // namespace outmap
