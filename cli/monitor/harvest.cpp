#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t entries_told = 4;  // of one journal

std::string_view field_words(std::string_view field) {
  if (field == "who") return "who changed";
  if (field == "date") return "when";
  if (field == "where") return "where";
  if (field == "significance") return "why it matters";
  if (field == "contribution") return "our part in it";
  if (field == "initiatives") return "the initiative or progress marker it speaks to";
  if (field == "substantiated_by") return "who, independent of us, confirmed it";
  return field;
}

std::string wanted(const HarvestProgress& harvest) {
  std::string missing;
  for (const std::string_view field : harvest.missing_fields)
    missing += (missing.empty() ? "" : ", ") + std::string(field_words(field));
  if (!harvest.next) return missing.empty() ? "" : "Says substantiated, and lacks: " + missing + ".";
  const std::string next(word_of(*harvest.next));
  if (!missing.empty()) return "To be " + next + " it lacks: " + missing + ".";
  if (*harvest.next == HarvestStatus::substantiated) return "Ready: ask whoever is named to confirm it.";
  return "Ready to be " + next + ".";
}

/// "Midwives, 18 May 2026, North; new"
std::string frame_words(const Map& map, const HarvestProgress& harvest) {
  std::string text;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) text += (text.empty() ? "" : ", ") + words;
  };
  add(harvest.who.empty() ? "" : printable(map.name_of(harvest.who)));
  add(harvest.date ? to_words(*harvest.date) : "");
  add(printable(harvest.where));
  return text + (harvest.is_new ? "; new" : "");
}

std::string speaks_to(const Map& map, const HarvestProgress& harvest) {
  Ids ids = harvest.initiatives;
  if (!harvest.marker.empty()) ids.push_back(harvest.marker);
  return ids.empty() ? "" : " Speaks to " + some_names(map, ids, 4) + ".";
}

std::string with_stop(const std::string& text) {
  const std::string shown = printable(text);
  return shown.empty() || shown.back() == '.' ? shown : shown + ".";
}

std::string harvest_words(const Map& map, const HarvestProgress& harvest) {
  std::string text = std::string(word_of(harvest.status)) + ": " + printable(harvest.outcome);
  if (const std::string frame = frame_words(map, harvest); !frame.empty()) text += " (" + frame + ")";
  text += ".";
  if (!harvest.significance.empty()) text += " Why it matters: " + with_stop(harvest.significance);
  if (!harvest.contribution.empty()) text += " Our part: " + with_stop(harvest.contribution);
  text += speaks_to(map, harvest);
  if (!harvest.substantiated_by.empty()) {
    text += harvest.status == HarvestStatus::substantiated ? " Confirmed by " : " Could confirm it: ";
    text += with_stop(harvest.substantiated_by);
  }
  const std::string next = wanted(harvest);
  return next.empty() ? text : text + " → " + next;
}

std::string counts_words(const MonitorReport& report) {
  std::string text;
  for (const HarvestStatus status :
       {HarvestStatus::hypothesis, HarvestStatus::drafted, HarvestStatus::reviewed, HarvestStatus::substantiated}) {
    const auto count = std::ranges::count(report.harvest, status, &HarvestProgress::status);
    text += fmt::format("{}{} {}", text.empty() ? "" : " → ", count, word_of(status));
  }
  return text;
}

std::string_view journal_heading(JournalKind kind) {
  switch (kind) {
    case JournalKind::outcome:
      return "Outcome journal: what partners did";
    case JournalKind::strategy:
      return "Strategy journal: what we did";
    case JournalKind::performance:
      return "Performance journal: how we worked";
  }
  return "";
}

std::string entry_words(const Map& map, const JournalEntry& entry) {
  std::string text = to_words(entry.date);
  if (!entry.of.empty()) text += ", " + printable(map.name_of(entry.of));
  text += ": " + with_stop(entry.text);
  if (!entry.contributors.empty()) text += " With " + some_names(map, entry.contributors, 3) + ".";
  if (!entry.lessons.empty()) text += " Learned: " + with_stop(entry.lessons);
  return text;
}

Cell joined(const Ids& ids) {
  std::string text;
  for (const Id& id : ids) text += (text.empty() ? "" : ";") + id;
  return text_cell(text);
}

}  // namespace

MonitorParts harvest_parts(const Map& map, const MonitorReport& report) {
  if (report.harvest.empty()) return {};
  MonitorPart part{"Harvested outcomes", {counts_words(report) + "."}, {}, {}, {}};
  for (const HarvestProgress& harvest : report.harvest) part.bullets.push_back(harvest_words(map, harvest));
  return {part};
}

MonitorParts journal_parts(const Map& map, const MonitorReport& report) {
  MonitorParts parts;
  for (const JournalKind kind : {JournalKind::outcome, JournalKind::strategy, JournalKind::performance}) {
    MonitorPart part{std::string(journal_heading(kind)), {}, {}, {}, {}};
    std::size_t count = 0;
    for (const JournalEntry& entry : report.journals) {
      if (entry.kind != kind) continue;
      if (count++ < entries_told) part.bullets.push_back(entry_words(map, entry));
    }
    if (count > entries_told)
      part.note = fmt::format("And {} older.", counted_of(count - entries_told, "entry", "entries"));
    if (count > 0) parts.push_back(std::move(part));
  }
  return parts;
}

Listing harvest_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key : {"id", "status", "outcome", "who", "date", "where", "significance", "contribution",
                                     "initiatives", "marker", "substantiated_by", "next", "missing"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  for (const HarvestProgress& one : report.harvest) {
    const Ids missing(one.missing_fields.begin(), one.missing_fields.end());
    listing.rows.push_back({text_cell(one.id), text_cell(word_of(one.status)), text_cell(one.outcome),
                            text_cell(one.who), text_cell(one.date ? to_text(*one.date) : ""), text_cell(one.where),
                            text_cell(one.significance), text_cell(one.contribution), joined(one.initiatives),
                            text_cell(one.marker), text_cell(one.substantiated_by),
                            text_cell(one.next ? word_of(*one.next) : std::string_view()), joined(missing)});
  }
  return listing;
}

Listing journal_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key : {"kind", "date", "of", "text", "contributors", "lessons"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  for (const JournalEntry& entry : report.journals) {
    listing.rows.push_back({text_cell(word_of(entry.kind)), text_cell(to_text(entry.date)), text_cell(entry.of),
                            text_cell(entry.text), joined(entry.contributors), text_cell(entry.lessons)});
  }
  return listing;
}

}  // namespace outmap
