#include "model/analysis/levels.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "model/analysis/name_numbers.hpp"

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

struct LevelTable::Answer {
  enum class Score : std::uint8_t { missing, below, top };

  std::uint32_t customer;  // numbers stand for the names, which would take ten times as long to sort
  std::uint32_t respondent;
  std::optional<Date> date;
  std::uint32_t row;
  bool named;  // the respondent
  Score importance;
  Score satisfaction;

  auto key() const { return std::tie(customer, respondent, date, row); }
  bool same_person(const Answer& other) const {
    return named && customer == other.customer && respondent == other.respondent;
  }
};

LevelTable::LevelTable(const Map& map, std::optional<Date> day) : scale_(map->scale), day_(day), reach_(map) {
  index_readings(map);
  index_ratings(map);
}

void LevelTable::index_readings(const Map& map) {
  for (const Reading& reading : map->readings) {
    if (!std::holds_alternative<double>(reading.value) || !counts(reading.date, day_)) continue;
    const Reading*& newest = outcomes_[reading.of].newest;
    if (newest == nullptr || newest->date <= reading.date) newest = &reading;
  }
}

void LevelTable::index_ratings(const Map& map) {
  const auto score_of = [](const Number& score, const Rating& rating) {
    if (!score) return Answer::Score::missing;
    return *score >= rating.scale_max - 1 ? Answer::Score::top : Answer::Score::below;
  };
  NameNumbers customers;
  NameNumbers respondents;
  std::unordered_map<std::string_view, std::vector<Answer>> answers;  // by outcome
  for (std::size_t row = 0; row < map->ratings.size(); ++row) {
    const Rating& rating = map->ratings[row];
    if (!counts(rating.date, day_)) continue;
    answers[rating.outcome].push_back({customers.number_of(rating.customer), respondents.number_of(rating.respondent),
                                       rating.date, static_cast<std::uint32_t>(row), !rating.respondent.empty(),
                                       score_of(rating.importance, rating), score_of(rating.satisfaction, rating)});
  }
  for (const Outcome& outcome : map->outcomes) {  // only holders are asked about: a million others need no tally
    if (!answers.contains(outcome.id)) continue;
    auto& by_customer = outcomes_[outcome.id].by_customer;
    for (const Holder& holder : outcome.holders.list) by_customer.emplace_back(holder.id, Tally{});
    std::ranges::sort(by_customer, {}, &std::pair<std::string_view, Tally>::first);
  }
  for (auto& [outcome, given] : answers) {
    const auto earlier = [](const Answer& a, const Answer& b) { return a.key() < b.key(); };
    if (!std::ranges::is_sorted(given, earlier)) std::ranges::sort(given, earlier);
    count_answers(given, map->ratings, outcomes_[outcome]);
  }
}

namespace {

/// Of whoever it is counted by; null for anyone else.
template <class Tallies>
auto tally_of(Tallies& tallies, std::string_view customer) -> decltype(&tallies.front().second) {
  const auto at = std::ranges::lower_bound(tallies, customer, {}, [](const auto& one) { return one.first; });
  return at == tallies.end() || at->first != customer ? nullptr : &at->second;
}

}  // namespace

/// `answers` to one outcome are sorted, so that those of one person stand together, the newest last.
void LevelTable::count_answers(const std::vector<Answer>& answers, const std::vector<Rating>& ratings,
                               OutcomeData& outcome) {
  using Score = Answer::Score;
  for (std::size_t begin = 0, end = 0; begin < answers.size(); begin = end) {
    Score importance = Score::missing, satisfaction = Score::missing;
    for (end = begin; end == begin || (end < answers.size() && answers[end].same_person(answers[begin])); ++end) {
      if (answers[end].importance != Score::missing) importance = answers[end].importance;
      if (answers[end].satisfaction != Score::missing) satisfaction = answers[end].satisfaction;
    }
    const auto count = [](Share& share, Score score) {
      if (score != Score::missing) ++share.answers;
      if (score == Score::top) ++share.top;
    };
    const auto count_both = [&](Tally& tally) {
      count(tally.importance, importance);
      count(tally.satisfaction, satisfaction);
    };
    count_both(outcome.all);
    if (outcome.by_customer.empty()) continue;
    const std::string_view customer = ratings[answers[begin].row].customer;
    if (const auto own = tally_of(outcome.by_customer, customer); own != nullptr) count_both(*own);
  }
}

const LevelTable::OutcomeData& LevelTable::data(const Outcome& outcome) const {
  static const OutcomeData none;
  const auto found = outcomes_.find(outcome.id);
  return found == outcomes_.end() ? none : found->second;
}

void LevelTable::take(OutcomeLevel& level, const Tally& tally) {
  const auto score = [](const Share& share) {
    return 10 * static_cast<double>(share.top) / static_cast<double>(share.answers);
  };
  if (tally.importance.answers > 0) level.importance = score(tally.importance);
  if (tally.satisfaction.answers > 0) {
    level.satisfaction = score(tally.satisfaction);
    level.satisfaction_from = LevelSource::ratings;
  }
  const std::size_t fewer = std::min(tally.importance.answers, tally.satisfaction.answers);
  const std::size_t more = std::max(tally.importance.answers, tally.satisfaction.answers);
  if (more > 0) level.answers = fewer > 0 ? fewer : more;
}

/// What the outcome itself says, and what was read and answered of it; nothing derived yet.
OutcomeLevel LevelTable::own(const Outcome& outcome) const {
  OutcomeLevel level;
  level.scale = outcome.scale.value_or(scale_);
  level.direction = outcome.direction;
  level.importance = outcome.importance;
  level.satisfaction = outcome.satisfaction;
  level.current = outcome.current;
  level.target = outcome.target;
  if (level.current) level.current_from = LevelSource::stated;
  if (level.satisfaction) level.satisfaction_from = LevelSource::stated;
  const OutcomeData& known = data(outcome);
  if (known.newest != nullptr) {
    level.current = std::get<double>(known.newest->value);
    level.current_from = LevelSource::reading;
  }
  take(level, known.all);
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
  const auto& tallies = data(outcome).by_customer;
  const auto tally =
      std::ranges::lower_bound(tallies, std::string_view(holder.id), {}, &std::pair<std::string_view, Tally>::first);
  if (tally != tallies.end() && tally->first == holder.id) take(level, tally->second);
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
