// Kano's categories, in the forms that people and machines read.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/listing.hpp"
#include "cli/report_part.hpp"
#include "model/analysis/kano.hpp"

namespace outmap {

/// A heading, a row for each outcome that was asked about, and how to read them. Empty where nobody was asked.
std::string kano_text(const Map& map, const std::vector<KanoRow>& kano, const Screen& screen);

/// The same as data; nothing where nobody was asked.
ReportParts kano_parts(const Map& map, const std::vector<KanoRow>& kano);

/// One row per outcome.
Listing kano_listing(const Map& map, const std::vector<KanoRow>& kano);

/// [{"outcome", "category", "clear", "n", "few", "counts": {...}, "better", "better_interval", "worse",
/// "worse_interval"}]
nlohmann::ordered_json kano_json(const std::vector<KanoRow>& kano);

}  // namespace outmap
