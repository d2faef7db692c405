// A part of what a command tells people, as data: text, Markdown and the page of a report are made of the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/listing.hpp"

namespace outmap {

/// One heading and what stands below it, in this order; what is empty is left out.
struct ReportPart {
  std::string heading;
  std::vector<std::string> words;  // paragraphs
  std::optional<Listing> listing;
  std::vector<std::string> bullets;
  std::string note;  // how it was reckoned, or what was left out
};
using ReportParts = std::vector<ReportPart>;

}  // namespace outmap
