#include "model/analysis/levels.hpp"

#include <algorithm>

namespace outmap {
namespace {

using Number = std::optional<double>;

template <class Rows>
void widen(DateSpan& span, const Rows& rows) {
  for (const auto& row : rows) {
    const std::optional<Date> date = row.date;
    if (!date) continue;
    if (!span.first || *date < *span.first) span.first = date;
    if (!span.last || *span.last < *date) span.last = date;
  }
}

bool counts(const std::optional<Date>& date, const std::optional<Date>& day) { return !date || !day || *date <= *day; }

/// Gap, surplus and, where it is not known, satisfaction: what follows from the numbers above them.
void complete(OutcomeLevel& level) {
  if (level.current && !level.satisfaction) {
    level.satisfaction = satisfaction_from_level(*level.current, level.scale, level.direction);
    if (level.satisfaction) level.satisfaction_from = LevelSource::derived;
  }
  if (!level.current || !level.target) return;
  const double ahead =
      level.direction == Direction::more ? *level.current - *level.target : *level.target - *level.current;
  level.gap = std::max(0.0, -ahead);
  level.surplus = std::max(0.0, ahead);
  if (level.scale.width() > 0) level.normalised_gap = *level.gap / level.scale.width();
}

/// The weighted mean of numbers that some may lack. Summed in order of value, so that the order of holders in the file
/// does not change the last digit.
Number weighted_mean(std::vector<std::pair<double, double>> numbers_and_weights) {
  if (numbers_and_weights.empty()) return std::nullopt;
  std::ranges::sort(numbers_and_weights);
  double sum = 0, weights = 0, plain_sum = 0;
  for (const auto& [number, weight] : numbers_and_weights) {
    sum += number * weight;
    weights += weight;
    plain_sum += number;
  }
  const double mean = weights > 0 ? sum / weights : plain_sum / static_cast<double>(numbers_and_weights.size());
  // Rounding must not carry a mean beyond what it is the mean of: 10 and 10 make 10, not 10.000000000000002.
  return std::clamp(mean, numbers_and_weights.front().first, numbers_and_weights.back().first);
}

bool any_holder(const Outcome& outcome, Number Holder::*number) {
  return std::ranges::any_of(outcome.holders.list, [&](const Holder& holder) { return (holder.*number).has_value(); });
}

}  // namespace

DateSpan observed_dates(const Map& map) {
  DateSpan span;
  widen(span, map->readings);
  widen(span, map->ratings);
  widen(span, map->evidence);
  widen(span, map->journals);
  widen(span, map->harvest);
  widen(span, map->feedback);
  return span;
}

std::optional<Date> as_of(const Map& map, std::optional<Date> asked) {
  if (asked) return asked;
  return map->date ? map->date : observed_dates(map).last;
}

Number satisfaction_from_level(double current, const Scale& scale, Direction direction) {
  if (scale.width() <= 0) return std::nullopt;
  const double travelled = direction == Direction::more ? current - scale.min : scale.max - current;
  return std::clamp(10 * travelled / scale.width(), 0.0, 10.0);
}

Number share_of_way(const Number& number, const OutcomeLevel& level) {
  const Number tenths = number ? satisfaction_from_level(*number, level.scale, level.direction) : Number();
  return tenths ? Number(*tenths / 10) : Number();
}

LevelTable::LevelTable(const Map& map, std::optional<Date> day, std::shared_ptr<const RatingTallies> ratings)
    : map_(map), day_(day), reach_(map_), ratings_(std::move(ratings)) {
  index_readings();
}

LevelTable::LevelTable(const Map& map, std::optional<Date> day)
    : LevelTable(map, day, std::make_shared<RatingTallies>(map, day)) {}

LevelTable::LevelTable(const Map& map, std::optional<Date> day, const LevelTable& near)
    : LevelTable(map, day,
                 near.ratings_->hold_for(map, day) ? near.ratings_ : std::make_shared<RatingTallies>(map, day)) {}

void LevelTable::index_readings() {
  for (const Reading& reading : map_->readings) {
    if (!std::holds_alternative<double>(reading.value) || !counts(reading.date, day_)) continue;
    const Reading*& newest = newest_[reading.of];
    if (newest == nullptr || newest->date <= reading.date) newest = &reading;
  }
}

void LevelTable::take(OutcomeLevel& level, const AnswerCells& answers) {
  const std::size_t of_importance = answers.importance_answers(), of_satisfaction = answers.satisfaction_answers();
  if (of_importance > 0) level.importance = answers.importance();
  if (of_satisfaction > 0) {
    level.satisfaction = answers.satisfaction();
    level.satisfaction_from = LevelSource::ratings;
  }
  const auto [fewer, more] = std::minmax(of_importance, of_satisfaction);
  if (more > 0) level.answers = fewer > 0 ? fewer : more;
}

/// What the outcome itself says, and what was read and answered of it; nothing derived yet.
OutcomeLevel LevelTable::own(const Outcome& outcome) const {
  OutcomeLevel level;
  level.scale = outcome.scale.value_or(map_->scale);
  level.direction = outcome.direction;
  level.importance = outcome.importance;
  level.satisfaction = outcome.satisfaction;
  level.current = outcome.current;
  level.target = outcome.target;
  if (level.current) level.current_from = LevelSource::stated;
  if (level.satisfaction) level.satisfaction_from = LevelSource::stated;
  if (const auto newest = newest_.find(outcome.id); newest != newest_.end()) {
    level.current = std::get<double>(newest->second->value);
    level.current_from = LevelSource::reading;
  }
  take(level, ratings_->of(outcome.id));
  return level;
}

OutcomeLevel LevelTable::held(const Outcome& outcome, const Holder& holder) const {
  OutcomeLevel level = own(outcome);
  if (holder.importance) level.importance = holder.importance;
  if (holder.target) level.target = holder.target;
  if (holder.current) {
    level.current = holder.current;
    level.current_from = LevelSource::stated;
  }
  if (holder.satisfaction) {
    level.satisfaction = holder.satisfaction;
    level.satisfaction_from = LevelSource::stated;
  }
  if (holder.importance && holder.satisfaction) level.answers = 0;
  take(level, ratings_->of(outcome.id, holder.id));
  return level;
}

OutcomeLevel LevelTable::of(const Outcome& outcome, const Holder& holder) const {
  OutcomeLevel level = held(outcome, holder);
  complete(level);
  return level;
}

Number LevelTable::mean(const Outcome& outcome, Number OutcomeLevel::*number) const {
  std::vector<std::pair<double, double>> known;
  for (const Holder& holder : outcome.holders.list) {
    const OutcomeLevel level = of(outcome, holder);
    if (level.*number) known.emplace_back(*(level.*number), reach_.size_behind(holder.id));
  }
  return weighted_mean(std::move(known));
}

OutcomeLevel LevelTable::whole(const Outcome& outcome) const {
  OutcomeLevel level = own(outcome);
  if (!level.importance) level.importance = mean(outcome, &OutcomeLevel::importance);
  if (!level.target) level.target = mean(outcome, &OutcomeLevel::target);
  if (!level.current) {
    level.current = mean(outcome, &OutcomeLevel::current);
    if (level.current) level.current_from = LevelSource::derived;
  }
  if (!level.satisfaction && any_holder(outcome, &Holder::satisfaction)) {
    level.satisfaction = mean(outcome, &OutcomeLevel::satisfaction);
    if (level.satisfaction) level.satisfaction_from = LevelSource::derived;
  }
  complete(level);
  return level;
}

Number LevelTable::gap_to_close(const Outcome& outcome) const {
  if (any_holder(outcome, &Holder::current) || any_holder(outcome, &Holder::target)) {
    if (const Number own_gaps = mean(outcome, &OutcomeLevel::normalised_gap)) return own_gaps;
  }
  return whole(outcome).normalised_gap;
}

OutcomeLevel level_of(const Map& map, const Outcome& outcome, const Holder* holder, std::optional<Date> day) {
  const LevelTable table(map, day);
  return holder == nullptr ? table.whole(outcome) : table.of(outcome, *holder);
}

}  // namespace outmap
