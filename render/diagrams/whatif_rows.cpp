// Outcomes before and after a scenario, and the people who hold them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/analysis/gaps.hpp"
#include "model/text/numbers.hpp"
#include "render/diagrams/scenario_words.hpp"
#include "render/diagrams/whatif_diagram.hpp"

namespace outmap {
namespace {

constexpr double noticeable = 0.005;  // of a scale

std::string level_text(double value, const std::string& unit) {
  return few_decimals(value) + (unit.empty() ? "" : "\u00a0" + unit);
}

/// "reached in 48 % of runs", "reached in no run".
std::string chance_words(double share) {
  if (share <= 0) return "reached in no run";
  if (share >= 1) return "reached in every run";
  if (share > 0.99) return "reached in over 99\u00a0% of runs";
  if (share < 0.01) return "reached in under 1\u00a0% of runs";
  return "reached in " + percent_text(share) + " of runs";
}

class RowMaker {
 public:
  RowMaker(const Map& map, const GapReport& before, const LevelTable& today)
      : map_(map), levels_(map, today.day(), today) {
    for (const GapRow& row : before.rows) rows_.emplace(row.id, &row);
  }

  WhatIfRow make(const WhatIfOutcome& told) const {
    const Outcome& outcome = *map_.get<Outcome>(told.id);
    WhatIfRow row;
    row.id = told.id;
    row.name = outcome.name;
    row.better = told.better;
    const auto known = rows_.find(told.id);
    if (known != rows_.end()) row.priority = known->second->priority.value_or(0);
    const OutcomeLevel level = levels_.whole(outcome);
    place(row, told, level);
    row.fate = fate_of(told);
    put_into_words(row, told, level, outcome.unit);
    return row;
  }

 private:
  static void place(WhatIfRow& row, const WhatIfOutcome& told, const OutcomeLevel& level) {
    row.before = share_of_way(told.before, level);
    row.after = share_of_way(told.after, level);
    row.target = share_of_way(level.target, level);
    row.low = share_of_way(told.low, level);
    row.high = share_of_way(told.high, level);
    if (level.direction == Direction::less) std::swap(row.low, row.high);
  }

  static OutcomeFate fate_of(const WhatIfOutcome& told) {
    if (!told.after || !told.before) return OutcomeFate::unknown;
    if (std::abs(told.better) < noticeable) return OutcomeFate::still;
    if (told.better < 0) return OutcomeFate::fell;
    if (!told.target_met) return OutcomeFate::rose;
    return *told.target_met ? OutcomeFate::met : OutcomeFate::missed;
  }

  static void put_into_words(WhatIfRow& row, const WhatIfOutcome& told, const OutcomeLevel& level,
                             const std::string& unit) {
    if (told.before && told.after)
      row.levels = few_decimals(*told.before) + " → " + level_text(*told.after, unit);
    else if (told.before)
      row.levels = level_text(*told.before, unit);
    if (level.target && told.target_met) {
      row.verdict = "target " + few_decimals(*level.target) + (*told.target_met ? " met" : " missed");
      if (told.p_target) row.verdict += ", " + chance_words(*told.p_target);
    } else if (told.after) {
      row.verdict = "no target";
    }
    row.title = row.name + ": " + row.levels + (row.verdict.empty() ? "" : ", " + row.verdict);
    if (told.low && told.high)
      row.title += fmt::format("; nine of ten runs end between {} and {}", few_decimals(*told.low),
                               level_text(*told.high, unit));
  }

  const Map& map_;
  LevelTable levels_;
  std::map<Id, const GapRow*, std::less<>> rows_;
};

/// An outcome that the scenario takes out: nobody can want it any more, which closes no gap.
WhatIfRow gone_row(const Outcome& outcome) {
  WhatIfRow row;
  row.id = outcome.id;
  row.name = outcome.name;
  row.fate = OutcomeFate::gone;
  row.verdict = "taken out: nobody can reach it any more";
  row.title = row.name + ": " + row.verdict;
  return row;
}

int news_rank(OutcomeFate fate) {
  switch (fate) {
    case OutcomeFate::fell:
    case OutcomeFate::gone:
      return 0;
    case OutcomeFate::missed:
      return 1;
    case OutcomeFate::met:
      return 2;
    case OutcomeFate::rose:
      return 3;
    default:
      return 4;
  }
}

}  // namespace

std::vector<WhatIfRow> whatif_rows(const Map& today, const LevelTable& levels, const WhatIfReport& report) {
  const GapReport before = find_gaps(today, levels);
  const Map& after = report.map ? *report.map : today;
  const RowMaker maker(after, before, levels);
  std::vector<WhatIfRow> rows;
  for (const Outcome& outcome : today->outcomes)
    if (after.get<Outcome>(outcome.id) == nullptr) rows.push_back(gone_row(outcome));
  for (const WhatIfOutcome& outcome : report.outcomes) rows.push_back(maker.make(outcome));
  std::ranges::stable_sort(rows, [](const WhatIfRow& a, const WhatIfRow& b) {
    if (news_rank(a.fate) != news_rank(b.fate)) return news_rank(a.fate) < news_rank(b.fate);
    return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
  });
  return rows;
}

std::vector<WhatIfPerson> whatif_people(const Map& map, const std::vector<WhatIfShare>& shares) {
  std::vector<WhatIfPerson> people;
  for (const WhatIfShare& share : shares) {
    if (share.kind != ElementKind::customer && share.kind != ElementKind::partner) continue;
    WhatIfPerson person;
    person.id = share.id;
    person.kind = std::string(singular(share.kind));
    person.name = std::string(map.name_of(share.id));
    person.share = share.change;
    person.change = scenario_words::signed_percent(share.change);
    if (const Customer* customer = map.get<Customer>(share.id); customer && customer->size > 1)
      person.size = grouped(customer->size);
    people.push_back(std::move(person));
  }
  return people;
}

}  // namespace outmap
