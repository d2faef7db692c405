#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t most_moves = 14;

std::string_view mark_of(const MarkerProgress& marker) {
  if (!marker.now) return "·";
  switch (marker.now->level) {
    case MarkerLevel::low:
      return "○";
    case MarkerLevel::medium:
      return "◐";
    case MarkerLevel::high:
      return "●";
  }
  return "·";
}

Cell rung_cell(const RungProgress& rung) {
  if (rung.markers.empty()) return missing_cell();
  std::string marks;
  for (const MarkerProgress& marker : rung.markers) marks += mark_of(marker);
  return text_cell(marks);
}

std::string moved(const PartnerProgress& partner) {
  std::string text;
  if (partner.up > 0) text += fmt::format("↑ {}", partner.up);
  if (partner.down > 0) text += fmt::format("{}↓ {}", text.empty() ? "" : "  ", partner.down);
  return text;
}

/// Between which days its markers were read.
Cell read_cell(const PartnerProgress& partner) {
  if (!partner.last) return text_cell("never");
  Date first = *partner.last;
  for (const RungProgress& rung : partner.rungs) {
    for (const MarkerProgress& marker : rung.markers) {
      if (marker.start) first = std::min(first, marker.start->date);
    }
  }
  return text_cell((first < *partner.last ? to_text(first) + " to " : "") + to_text(*partner.last));
}

Listing ladder_listing(const MonitorReport& report) {
  Listing listing{{{.key = "partner", .heading = "partner", .flexible = true},
                   {.key = "expect", .heading = "expect"},
                   {.key = "like", .heading = "like"},
                   {.key = "love", .heading = "love"},
                   {.key = "before", .heading = "then", .align = Align::right},
                   {.key = "reached", .heading = "now", .align = Align::right},
                   {.key = "moved", .heading = "moved"},
                   {.key = "dates", .heading = "read", .align = Align::right, .spare = 1},
                   {.key = "challenge", .heading = "outcome challenge", .flexible = true, .spare = 2}},
                  {}};
  for (const PartnerProgress& partner : report.partners) {
    const auto share = [](const std::optional<double>& value) {
      return value ? text_cell(percent_text(*value)) : missing_cell();
    };
    listing.rows.push_back({text_cell(partner.name), rung_cell(partner.rungs[0]), rung_cell(partner.rungs[1]),
                            rung_cell(partner.rungs[2]), share(partner.reached_before), share(partner.reached),
                            text_cell(moved(partner)), read_cell(partner), text_cell(partner.outcome_challenge)});
  }
  return listing;
}

struct Move {
  const PartnerProgress* partner;
  const MarkerProgress* marker;
  Rung rung;
};

/// What fell comes first, then what rose on the highest rung.
std::vector<Move> moves_of(const MonitorReport& report) {
  std::vector<Move> moves;
  for (const PartnerProgress& partner : report.partners) {
    for (const RungProgress& rung : partner.rungs) {
      for (const MarkerProgress& marker : rung.markers) {
        if (marker.move == MarkerMove::up || marker.move == MarkerMove::down)
          moves.push_back({&partner, &marker, rung.rung});
      }
    }
  }
  std::ranges::stable_sort(moves, [](const Move& a, const Move& b) {
    if (a.marker->move != b.marker->move) return a.marker->move == MarkerMove::down;
    return a.rung > b.rung;
  });
  return moves;
}

std::string move_words(const Move& move) {
  return fmt::format("{} {}, {} to see: {}, {} → {}", move.marker->move == MarkerMove::up ? "↑" : "↓",
                     printable(move.partner->name), to_text(move.rung), printable(move.marker->statement),
                     word_of(move.marker->start->level), word_of(move.marker->now->level));
}

MonitorPart ladder_part(const MonitorReport& report) {
  MonitorPart part{"Partners on their ladders", {}, ladder_listing(report), {}, {}};
  part.note =
      "A sign for each progress marker: ● high, ◐ medium, ○ low, · never read. 'then' and 'now' count high as 1, "
      "medium "
      "as 2/3, low as 1/3: a way to compare one partner with itself, not partners with each other.";
  return part;
}

MonitorPart moves_part(const MonitorReport& report, const std::vector<Move>& moves) {
  MonitorPart part{"What partners changed " + since_words(report), {}, {}, {}, {}};
  for (std::size_t i = 0; i < std::min(moves.size(), most_moves); ++i) part.bullets.push_back(move_words(moves[i]));
  if (moves.size() > most_moves)
    part.note = fmt::format("And {} more; --only partners --format csv lists every marker.", moves.size() - most_moves);
  return part;
}

MonitorPart silent_part(const Map& map, const MonitorReport& report, const Ids& unread) {
  MonitorPart part{"Partners that nobody watches", {}, {}, {}, {}};
  if (!unread.empty()) part.bullets.push_back("No marker was ever read: " + some_names(map, unread, 8) + ".");
  if (!report.partners_without_markers.empty()) {
    part.bullets.push_back("No progress markers: " + some_names(map, report.partners_without_markers, 8) + ".");
  }
  return part;
}

}  // namespace

MonitorParts partner_parts(const Map& map, const MonitorReport& report) {
  MonitorParts parts;
  if (!report.partners.empty()) parts.push_back(ladder_part(report));
  if (const auto moves = moves_of(report); !moves.empty()) parts.push_back(moves_part(report, moves));
  Ids unread;
  for (const PartnerProgress& partner : report.partners) {
    if (!partner.last) unread.push_back(partner.partner);
  }
  if (!unread.empty() || !report.partners_without_markers.empty()) parts.push_back(silent_part(map, report, unread));
  return parts;
}

Listing marker_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key :
       {"partner", "rung", "marker", "statement", "start_date", "start", "now_date", "now", "move", "readings"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  const auto date = [](const std::optional<MarkerPoint>& point) {
    return text_cell(point ? to_text(point->date) : "");
  };
  const auto level = [](const std::optional<MarkerPoint>& point) {
    return text_cell(point ? word_of(point->level) : std::string_view());
  };
  for (const PartnerProgress& partner : report.partners) {
    for (const RungProgress& rung : partner.rungs) {
      for (const MarkerProgress& marker : rung.markers) {
        listing.rows.push_back({text_cell(partner.partner), text_cell(to_text(rung.rung)), text_cell(marker.id),
                                text_cell(marker.statement), date(marker.start), level(marker.start), date(marker.now),
                                level(marker.now), text_cell(to_text(marker.move)),
                                number_cell(static_cast<double>(marker.points.size()), 0)});
      }
    }
  }
  return listing;
}

}  // namespace outmap
