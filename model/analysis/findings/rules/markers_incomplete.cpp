#include "model/analysis/findings/rules.hpp"

namespace outmap {
namespace {

/// "expect, like or love"
std::string missing_rungs(const ProgressMarkers& markers) {
  std::vector<std::string> missing;
  if (markers.expect.empty()) missing.emplace_back("expect");
  if (markers.like.empty()) missing.emplace_back("like");
  if (markers.love.empty()) missing.emplace_back("love");
  std::string text;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == missing.size() ? " or " : ", ") + missing[i];
  }
  return text;
}

}  // namespace

std::vector<Found> partners_with_incomplete_markers(const MapFacts& facts) {
  return tell_of(facts.map()->partners, "/partners", [&](const Partner& partner) -> std::string {
    const std::string missing = missing_rungs(partner.progress_markers);
    if (missing.empty()) return "";
    return "no progress marker of " + quoted(partner.name) + " is one that we " + missing + " to see";
  });
}

}  // namespace outmap
