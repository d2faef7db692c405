// SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/check/report.hpp"
#include "cli/json_text.hpp"
#include "model/check/codes.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

/// A path as a URI reference (RFC 3986): what is not unreserved or '/' is percent-encoded, byte by byte.
std::string as_uri(const std::string& path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return uri;
}

Json location(const Place& place) {
  Json physical{{"artifactLocation", {{"uri", as_uri(place.file)}}}};
  if (place.line > 0) {
    Json region{{"startLine", place.line}};
    if (place.column > 0) {
      region["startColumn"] = place.column;
      region["endColumn"] = place.column + std::max<std::uint32_t>(place.length, 1);
    }
    physical["region"] = std::move(region);
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json rule(const std::string& code) {
  Json described{{"id", code}};
  if (const Code* known = find_code(code)) {
    described["shortDescription"] = {{"text", known->title}};
    described["fullDescription"] = {{"text", known->meaning}};
    described["help"] = {{"text", known->mend}};
    described["defaultConfiguration"] = {{"level", to_text(known->severity)}};
  }
  return described;
}

Json result(const Diagnostic& problem, std::size_t rule_index) {
  const std::string text = problem.hint.empty() ? problem.message : problem.message + " (" + problem.hint + ")";
  return {{"ruleId", problem.code},
          {"ruleIndex", rule_index},
          {"level", to_text(problem.severity)},
          {"message", {{"text", text}}},
          {"locations", Json::array({location(problem.place)})}};
}

}  // namespace

std::string check_sarif(const std::vector<CheckedFile>& files) {
  std::map<std::string, std::size_t> rule_index;
  for (const CheckedFile& file : files) {
    for (const Diagnostic& problem : file.problems.all()) rule_index.emplace(problem.code, 0);
    for (const Diagnostic& note : file.notes.all()) rule_index.emplace(note.code, 0);
  }
  Json rules = Json::array();
  for (auto& [code, index] : rule_index) {
    index = rules.size();
    rules.push_back(rule(code));
  }
  Json results = Json::array();
  for (const CheckedFile& file : files) {
    for (const Diagnostics* messages : {&file.problems, &file.notes}) {
      for (const Diagnostic& problem : messages->all()) {
        results.push_back(result(problem, rule_index.at(problem.code)));
      }
    }
  }
  const Json driver{{"name", "outmap"}, {"version", OUTMAP_VERSION}, {"rules", std::move(rules)}};
  const Json run{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}});
}

}  // namespace outmap
