#include "cli/gaps/findings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "cli/display_text.hpp"
#include "cli/json_text.hpp"
#include "cli/messages.hpp"
#include "model/check/codes.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;
using Findings = std::span<const Finding>;

/// Findings of one code stand together; the groups in their order.
std::vector<Findings> by_code(const std::vector<Finding>& findings) {
  std::vector<Findings> groups;
  const auto other_code = [](const Finding& a, const Finding& b) { return a.code != b.code; };
  for (auto begin = findings.begin(); begin != findings.end();) {
    const auto last = std::adjacent_find(begin, findings.end(), other_code);
    const auto end = last == findings.end() ? last : last + 1;
    groups.emplace_back(begin, end);
    begin = end;
  }
  return groups;
}

/// "Order, Collect and 3 more"
std::string subjects(Findings group, std::size_t most_named) {
  std::vector<std::string> names;
  for (const Finding& finding : group) names.push_back(finding.subject);
  return printable(few_of(names, most_named, "; "));
}

std::string indented(std::string_view text, std::size_t indent, const Screen& screen, Ink ink = Ink::plain) {
  std::string lines;
  for (const std::string& line : wrap_words(text, std::max<std::size_t>(text_width(screen), 60) - indent)) {
    lines += std::string(indent, ' ') + screen.paint(ink, line) + "\n";
  }
  return lines;
}

std::string counts_text(const std::vector<Finding>& findings) {
  const auto warnings = static_cast<std::size_t>(std::ranges::count(findings, Severity::warning, &Finding::severity));
  std::string text = warnings > 0 ? counted(warnings, "warning") : "";
  if (const std::size_t notes = findings.size() - warnings; notes > 0)
    text += (text.empty() ? "" : ", ") + counted(notes, "note");
  return text;
}

std::string group_text(Findings group, const Screen& screen) {
  constexpr std::size_t indent = 9;
  constexpr std::size_t most_named = 6;
  const Code& code = *find_code(group.front().code);
  std::string text = screen.paint(ink_of(code.severity), padded_right(to_text(code.severity), indent)) +
                     screen.paint(Ink::strong, code.title) + " " +
                     screen.paint(Ink::faint, "[" + std::string(code.code) + "]") + "\n";
  const std::string count = group.size() > 1 ? grouped(static_cast<double>(group.size())) + ": " : "";
  return text + indented(count + subjects(group, most_named), indent, screen) +
         indented("→ " + std::string(code.mend), indent, screen, Ink::hint);
}

}  // namespace

std::string findings_text(const std::vector<Finding>& findings, const Screen& screen) {
  if (findings.empty()) return "No structural finding: nothing is missing between the elements of the map.\n";
  std::string text = screen.paint(Ink::strong, "Structural findings") + ": " + counts_text(findings) + "\n";
  for (const Findings group : by_code(findings)) text += "\n" + group_text(group, screen);
  return text;
}

std::string findings_summary(const std::vector<Finding>& findings, const Screen& screen, std::size_t most_kinds) {
  constexpr std::size_t most_named = 2;
  const std::vector<Findings> groups = by_code(findings);
  const std::size_t shown = groups.size() <= most_kinds + 1 ? groups.size() : most_kinds;
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    const Code& code = *find_code(groups[i].front().code);
    const std::string line = padded_left(grouped(static_cast<double>(groups[i].size())), 6) + "  ";
    const std::string rest = indented(std::string(code.title) + ": " + subjects(groups[i], most_named), 8, screen);
    text += line + rest.substr(8);
  }
  if (shown < groups.size()) text += "        and " + counted(groups.size() - shown, "other kind") + "\n";
  return text;
}

Listing findings_listing(const std::vector<Finding>& findings) {
  Listing listing{{{.key = "severity", .heading = "severity"},
                   {.key = "code", .heading = "code"},
                   {.key = "elements", .heading = "elements"},
                   {.key = "message", .heading = "found"},
                   {.key = "hint", .heading = "what to do"}},
                  {}};
  for (const Finding& finding : findings) {
    std::string ids;
    for (const Id& id : finding.elements) ids += (ids.empty() ? "" : ";") + id;
    listing.rows.push_back({text_cell(to_text(finding.severity)), text_cell(finding.code), text_cell(ids),
                            text_cell(finding.message), text_cell(finding.hint)});
  }
  return listing;
}

Json findings_json(const std::vector<Finding>& findings) {
  Json rows = Json::array();
  for (const Finding& finding : findings) {
    rows.push_back(JsonObject()
                       .add("code", finding.code)
                       .add("severity", to_text(finding.severity))
                       .add("elements", finding.elements)
                       .add("message", finding.message)
                       .add("hint", json_or_null(finding.hint))
                       .take());
  }
  return rows;
}

}  // namespace outmap
