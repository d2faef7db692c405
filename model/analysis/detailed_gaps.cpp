#include "model/analysis/detailed_gaps.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "model/analysis/gap_ranks.hpp"
#include "model/analysis/gap_rows.hpp"
#include "model/analysis/parallel.hpp"
#include "model/text/diagnostic.hpp"

namespace outmap {
namespace {

/// The map as it would stand had its answers been stated: scores in place of ratings.
Map with_scores(const Map& map, const RatingTallies& tallies) {
  MapContent content = map.content();
  content.ratings.clear();
  for (Outcome& outcome : content.outcomes) {
    const AnswerCells& all = tallies.of(outcome.id);
    if (all.importance()) outcome.importance = all.importance();
    if (all.satisfaction()) outcome.satisfaction = all.satisfaction();
    for (Holder& holder : outcome.holders.list) {
      const AnswerCells& own = tallies.of(outcome.id, holder.id);
      if (own.importance()) holder.importance = own.importance();
      if (own.satisfaction()) holder.satisfaction = own.satisfaction();
    }
  }
  Diagnostics problems;
  auto scored = Map::make(std::move(content), problems);
  return scored ? *std::move(scored) : map;
}

/// The best level of a competitor, and whose it is: of equal ones the first in the file.
struct Best {
  double level = 0;
  Id competitor;
};

std::unordered_map<std::string_view, Best> best_competitors(const Map& map) {
  std::unordered_map<std::string_view, Best> best;
  for (const Competitor& competitor : map->competitors) {
    for (const IdNumber& level : competitor.levels) {
      const Outcome* outcome = map.get<Outcome>(level.id);
      if (outcome == nullptr) continue;
      const auto [known, is_first] = best.try_emplace(outcome->id, Best{level.value, competitor.id});
      const double ahead = level.value - known->second.level;
      if ((outcome->direction == Direction::more ? ahead : -ahead) > 0) known->second = {level.value, competitor.id};
    }
  }
  return best;
}

void compare(DetailedGap& row, const Best& best) {
  row.best_competitor = best.competitor;
  if (!row.level.current) return;
  const double lead = *row.level.current - best.level;
  row.versus_best = row.level.direction == Direction::more ? lead : -lead;
}

using HolderList = std::vector<const Holder*>;

HolderList members_of(const Outcome& outcome, const GapGroup& group) {
  HolderList holders;
  for (const Holder& holder : outcome.holders.list) {
    if (std::ranges::binary_search(group.members, holder.id)) holders.push_back(&holder);
  }
  return holders;
}

/// A map with the scores that its answers give, by the usual way of counting them or by another.
class ScoredMap {
 public:
  ScoredMap(const Map& map, const LevelTable& levels, const RatingOptions& options) : map_(map), levels_(levels) {
    if (options == levels.ratings().options()) return;
    counted_otherwise_.emplace(map, levels.day(), options);
    restated_ = with_scores(map, *counted_otherwise_);
    restated_levels_.emplace(*restated_, levels.day());
  }

  const Map& map() const { return restated_ ? *restated_ : map_; }
  const LevelTable& levels() const { return restated_levels_ ? *restated_levels_ : levels_; }
  /// The answers behind the scores.
  const RatingTallies& tallies() const { return counted_otherwise_ ? *counted_otherwise_ : levels_.ratings(); }

 private:
  const Map& map_;
  const LevelTable& levels_;
  std::optional<RatingTallies> counted_otherwise_;
  std::optional<Map> restated_;
  std::optional<LevelTable> restated_levels_;
};

/// Makes rows for groups, and finds the answers behind any row.
class Details {
 public:
  explicit Details(const ScoredMap& scored)
      : map_(scored.map()), tallies_(scored.tallies()), levels_(scored.levels()) {}

  /// What follows from an outcome as if only the members of the group held it.
  DetailedGap group_row(const Id& id, const GapGroup& group, const GapReport& report) {
    const Outcome& outcome = *map_.get<Outcome>(id);
    const HolderList holders = members_of(outcome, group);
    const Outcome part = narrowed(outcome, holders);
    DetailedGap row;
    row.id = outcome.id;
    row.level = levels_.whole(part);
    const AnswerCells cells = pooled(outcome, holders);
    if (cells.importance()) row.level.importance = cells.importance();
    if (cells.satisfaction()) row.level.satisfaction = cells.satisfaction();
    score(row);
    const Reach& reach = levels_.reach();
    prioritise(row, levels_.gap_to_close(part), reach.reach(part), reach.value_share(part), report.alpha);
    place(row, report.importance_cross, report.satisfaction_cross);
    return row;
  }

  AnswersBehind behind(const DetailedGap& row, const HolderList& holders, AnswerCells& room) const {
    if (holders.size() > 1) {
      room = pooled(*map_.get<Outcome>(row.id), holders);
      return known(room);
    }
    AnswersBehind behind = known(tallies_.of(row.id));
    if (holders.empty()) return behind;
    const AnswersBehind own = known(tallies_.of(row.id, holders.front()->id));
    if (holders.front()->importance) behind.importance = nullptr;
    if (holders.front()->satisfaction) behind.satisfaction = nullptr;
    if (own.importance != nullptr) behind.importance = own.importance;
    if (own.satisfaction != nullptr) behind.satisfaction = own.satisfaction;
    return behind;
  }

 private:
  static AnswersBehind known(const AnswerCells& cells) {
    return {cells.importance_answers() > 0 ? &cells : nullptr, cells.satisfaction_answers() > 0 ? &cells : nullptr};
  }

  AnswerCells pooled(const Outcome& outcome, const HolderList& holders) const {
    AnswerCells cells;
    for (const Holder* holder : holders) cells.add(tallies_.of(outcome.id, holder->id));
    return cells;
  }

  /// An outcome of its own, with nothing but what these holders have.
  Outcome narrowed(const Outcome& outcome, const HolderList& holders) const {
    Outcome part;
    part.direction = outcome.direction;
    part.scale = outcome.scale;
    part.scope = outcome.scope;
    for (const Holder* holder : holders) {
      const OutcomeLevel level = levels_.of(outcome, *holder);
      part.holders.list.push_back({holder->id, level.importance, level.current, level.target, level.satisfaction});
    }
    return part;
  }

  const Map& map_;
  const RatingTallies& tallies_;
  const LevelTable& levels_;
};

struct Draft {
  DetailedGap row;
  HolderList holders;  // in the map as it was given: whose row it is; empty for the outcome as a whole
};

void name(DetailedGap& row, GapPart part, const Id& id, std::string_view name) {
  row.part = part;
  row.holder = id;
  row.part_name = name;
}

DetailedGap detailed(const GapRow& row) {
  DetailedGap details;
  static_cast<GapRow&>(details) = row;
  return details;
}

/// The rows that find_gaps made.
std::vector<Draft> drafts_of(const Map& map, const GapReport& report) {
  std::vector<Draft> drafts;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, const Holder*>> holders;
  for (const GapRow& row : report.rows) {
    if (row.holder) continue;
    auto& of_outcome = holders[row.id];
    for (const Holder& holder : map.get<Outcome>(row.id)->holders.list) of_outcome.emplace(holder.id, &holder);
  }
  for (const GapRow& row : report.rows) {
    Draft& draft = drafts.emplace_back(Draft{detailed(row), {}});
    if (!row.holder) continue;
    name(draft.row, GapPart::holder, *row.holder, map.name_of(*row.holder));
    draft.holders.push_back(holders.at(row.id).at(*row.holder));
  }
  return drafts;
}

void add_groups(const Map& map, const DetailedGapOptions& options, Details& details, const GapReport& report,
                std::vector<Draft>& drafts) {
  std::unordered_map<std::string_view, const GapRow*> wholes;
  for (const GapRow& row : report.rows) wholes.emplace(row.id, &row);
  for (const Outcome& outcome : map->outcomes) {
    for (const GapGroup& group : options.groups) {
      if (group.outcomes && !std::ranges::binary_search(*group.outcomes, outcome.id)) continue;
      HolderList holders = members_of(outcome, group);
      if (holders.empty() && group.members_only) continue;
      DetailedGap row =
          holders.empty() ? detailed(*wholes.at(outcome.id)) : details.group_row(outcome.id, group, report);
      name(row, options.by, group.id, group.name);
      drafts.push_back({std::move(row), std::move(holders)});
    }
  }
}

/// From what the row is for (FNV-1a), so that it does not depend on which other rows there are.
std::uint64_t seed_of(const DetailedGap& row) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const std::string key = row.id + '/' + std::string(to_text(row.part)) + '/' + row.holder.value_or("");
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return hash;
}

/// Counts the answers behind a row, and resamples them.
void complete(Draft& draft, const Details& details, ResampleOptions options) {
  DetailedGap& row = draft.row;
  AnswerCells room;
  const AnswersBehind behind = details.behind(row, draft.holders, room);
  if (behind.importance != nullptr) row.importance_answers = behind.importance->importance_answers();
  if (behind.satisfaction != nullptr) row.satisfaction_answers = behind.satisfaction->satisfaction_answers();
  row.level.answers = row.answers();
  if (row.satisfaction_answers > 0) row.level.satisfaction_from = LevelSource::ratings;
  if (options.runs == 0) return;
  options.seed ^= seed_of(row);
  row.intervals = resample_scores(behind, row.level.importance, row.level.satisfaction, options);
  if (!row.priority || !row.intervals.importance || *row.factors.importance <= 0) return;
  const double by_importance = *row.priority / *row.factors.importance;
  row.priority_interval = {by_importance * row.intervals.importance->low,
                           by_importance * row.intervals.importance->high};
}

/// As many runs as were asked for, but for very many rows; none where nobody was asked.
unsigned affordable(const Map& map, std::size_t rows, unsigned wanted) {
  constexpr std::size_t most_draws = 20'000'000;
  constexpr unsigned fewest = 200;
  if (map->ratings.empty() || rows == 0) return 0;
  return static_cast<unsigned>(std::clamp<std::size_t>(most_draws / rows, std::min(fewest, wanted), wanted));
}

}  // namespace

std::string_view to_text(GapPart part) {
  constexpr std::array<std::string_view, 5> names{"outcome", "holder", "cluster", "stage", "journey"};
  return names[static_cast<std::size_t>(part)];
}

DetailedGaps find_detailed_gaps(const Map& map, const DetailedGapOptions& options) {
  return find_detailed_gaps(map, LevelTable(map, as_of(map, options.as_of)), options);
}

DetailedGaps find_detailed_gaps(const Map& map, const LevelTable& levels, const DetailedGapOptions& options) {
  DetailedGaps gaps;
  gaps.ratings = options.ratings;
  GapOptions plain{levels.day(), options.crosshair, GapBy::outcome, options.alpha};
  if (options.by == GapPart::holder) plain.by = GapBy::holder;
  const ScoredMap scored(map, levels, options.ratings);
  gaps.report = find_gaps(scored.map(), scored.levels(), plain);
  Details details(scored);
  std::vector<Draft> drafts = drafts_of(map, gaps.report);
  add_groups(map, options, details, gaps.report, drafts);

  gaps.resamples = affordable(map, drafts.size(), options.resamples);
  const ResampleOptions resample{options.ratings.score, gaps.resamples, options.seed};
  run_parallel(drafts.size(), thread_count(options.threads),
               [&](std::size_t i) { complete(drafts[i], details, resample); });
  const auto competitors = best_competitors(map);
  for (Draft& draft : drafts) {
    DetailedGap& row = gaps.rows.emplace_back(std::move(draft.row));
    const auto best = competitors.find(row.id);
    if (best != competitors.end()) compare(row, best->second);
  }
  std::ranges::sort(gaps.rows, ranks_before);
  gaps.report.rows.assign(gaps.rows.begin(), gaps.rows.end());
  rank_rows(gaps);
  gaps.warnings = find_gap_warnings(gaps);
  return gaps;
}

}  // namespace outmap
