#include "model/analysis/rating_tallies.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "model/analysis/name_numbers.hpp"

namespace outmap {
namespace {

constexpr double unit_of_sums = 0x1.0p-32;
constexpr std::uint16_t steps = 60;              // divides by 4, 5, 6, 10 and 12: the boxes of usual scales stand apart
constexpr std::uint16_t unanswered = steps + 1;  // the place on an axis of those who did not answer
constexpr std::uint16_t places = unanswered + 1;  // on one axis

std::uint16_t place_of(const std::optional<double>& contribution) {
  return contribution ? static_cast<std::uint16_t>(std::lround(*contribution * steps)) : unanswered;
}

std::int64_t whole(const std::optional<double>& contribution) {
  return contribution ? std::llround(*contribution / unit_of_sums) : 0;
}

std::optional<double> score(std::int64_t sum, std::size_t answers) {
  if (answers == 0) return std::nullopt;
  return 10 * (static_cast<double>(sum) * unit_of_sums) / static_cast<double>(answers);
}

}  // namespace

std::string_view to_text(RatingScore score) {
  constexpr std::array<std::string_view, 4> names{"top-two", "top-box", "top-three", "mean"};
  return names[static_cast<std::size_t>(score)];
}

std::string_view to_text(Respondents respondents) { return respondents == Respondents::each ? "each" : "paired"; }

double contribution(double answer, const Rating& rating, RatingScore score) {
  switch (score) {
    case RatingScore::top_two:
      return answer >= rating.scale_max - 1 ? 1 : 0;
    case RatingScore::top_box:
      return answer >= rating.scale_max ? 1 : 0;
    case RatingScore::top_three:
      return answer >= rating.scale_max - 2 ? 1 : 0;
    case RatingScore::mean:
      break;
  }
  return std::clamp((answer - rating.scale_min) / (rating.scale_max - rating.scale_min), 0.0, 1.0);
}

bool AnswerCells::Cell::has_importance() const { return key / places != unanswered; }
bool AnswerCells::Cell::has_satisfaction() const { return key % places != unanswered; }

void AnswerCells::add(std::optional<double> importance, std::optional<double> satisfaction) {
  if (!importance && !satisfaction) return;
  const auto key = static_cast<std::uint16_t>(place_of(importance) * places + place_of(satisfaction));
  add(Cell{key, 1, whole(importance), whole(satisfaction)});
}

void AnswerCells::add(const AnswerCells& other) {
  for (const Cell& cell : other.cells_) add(cell);
}

void AnswerCells::add(const Cell& cell) {
  const auto at = std::ranges::lower_bound(cells_, cell.key, {}, &Cell::key);
  if (at == cells_.end() || at->key != cell.key) {
    cells_.insert(at, cell);
    return;
  }
  at->people += cell.people;
  at->importance += cell.importance;
  at->satisfaction += cell.satisfaction;
}

std::size_t AnswerCells::importance_answers() const {
  std::size_t answers = 0;
  for (const Cell& cell : cells_) answers += cell.has_importance() ? cell.people : 0;
  return answers;
}

std::size_t AnswerCells::satisfaction_answers() const {
  std::size_t answers = 0;
  for (const Cell& cell : cells_) answers += cell.has_satisfaction() ? cell.people : 0;
  return answers;
}

std::optional<double> AnswerCells::importance() const {
  std::int64_t sum = 0;
  for (const Cell& cell : cells_) sum += cell.importance;
  return score(sum, importance_answers());
}

std::optional<double> AnswerCells::satisfaction() const {
  std::int64_t sum = 0;
  for (const Cell& cell : cells_) sum += cell.satisfaction;
  return score(sum, satisfaction_answers());
}

/// Sorts the rows of each outcome so that those of one person stand together, the newest last, and counts them.
class RatingTallies::Builder {
 public:
  Builder(const Map& map, std::optional<Date> day, RatingTallies& tallies) : ratings_(map->ratings), tallies_(tallies) {
    number_rows(day);
    group_by_outcome();
    std::unordered_map<std::string_view, const Outcome*> outcomes;
    for (const Outcome& outcome : map->outcomes) outcomes.emplace(outcome.id, &outcome);
    for (std::size_t outcome = 0; outcome + 1 < begin_.size(); ++outcome) {
      const std::span rows(order_.begin() + begin_[outcome], order_.begin() + begin_[outcome + 1]);
      const std::string_view id = ratings_[rows.front()].outcome;
      sort(rows);
      count(rows, outcomes.at(id)->holders.list, tallies_.outcomes_[id]);
    }
  }

 private:
  using Rows = std::span<std::uint32_t>;

  static constexpr std::uint32_t not_counted = std::numeric_limits<std::uint32_t>::max();

  void number_rows(std::optional<Date> day) {
    outcome_.resize(ratings_.size(), not_counted);
    customer_.resize(ratings_.size());
    respondent_.resize(ratings_.size());
    NameNumbers customers, respondents;
    for (std::size_t row = 0; row < ratings_.size(); ++row) {
      const Rating& rating = ratings_[row];
      if (rating.date && day && *day < *rating.date) continue;
      outcome_[row] = outcomes_.number_of(rating.outcome);
      customer_[row] = customers.number_of(rating.customer);
      respondent_[row] = respondents.number_of(rating.respondent);
    }
  }

  void group_by_outcome() {
    begin_.assign(outcomes_.size() + 1, 0);
    for (const std::uint32_t outcome : outcome_) {
      if (outcome != not_counted) ++begin_[outcome + 1];
    }
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    order_.resize(begin_.back());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t row = 0; row < outcome_.size(); ++row) {
      if (outcome_[row] != not_counted) order_[next[outcome_[row]]++] = row;
    }
  }

  void sort(Rows rows) const {
    const auto key = [this](std::uint32_t row) {
      return std::tuple(customer_[row], respondent_[row], ratings_[row].date, row);
    };
    std::ranges::sort(rows, [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  }

  bool same_person(std::uint32_t a, std::uint32_t b) const {
    return customer_[a] == customer_[b] && respondent_[a] == respondent_[b] && !ratings_[a].respondent.empty();
  }

  void count(Rows rows, const std::vector<Holder>& holders, OutcomeAnswers& answers) const {
    for (const Holder& holder : holders) answers.by_holder.emplace_back(holder.id, AnswerCells());
    std::ranges::sort(answers.by_holder, {}, &std::pair<std::string_view, AnswerCells>::first);
    AnswerCells* of_holder = nullptr;
    std::uint32_t customer = not_counted;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      if (customer_[rows[begin]] != customer) {
        customer = customer_[rows[begin]];
        of_holder = find(answers, ratings_[rows[begin]].customer);
      }
      const auto [importance, satisfaction] = newest(rows, begin, end);
      const bool both = importance && satisfaction;
      if (!both && tallies_.options_.respondents == Respondents::paired) continue;
      answers.all.add(importance, satisfaction);
      if (of_holder != nullptr) of_holder->add(importance, satisfaction);
    }
  }

  static AnswerCells* find(OutcomeAnswers& answers, std::string_view holder) {
    const auto at =
        std::ranges::lower_bound(answers.by_holder, holder, {}, &std::pair<std::string_view, AnswerCells>::first);
    return at == answers.by_holder.end() || at->first != holder ? nullptr : &at->second;
  }

  /// What the person of row `begin` answered last to each question; `end` becomes the next person's first row.
  std::pair<std::optional<double>, std::optional<double>> newest(Rows rows, std::size_t begin, std::size_t& end) const {
    std::optional<double> importance, satisfaction;
    for (end = begin; end == begin || (end < rows.size() && same_person(rows[end], rows[begin])); ++end) {
      const Rating& rating = ratings_[rows[end]];
      const RatingScore score = tallies_.options_.score;
      if (rating.importance) importance = contribution(*rating.importance, rating, score);
      if (rating.satisfaction) satisfaction = contribution(*rating.satisfaction, rating, score);
    }
    return {importance, satisfaction};
  }

  const std::vector<Rating>& ratings_;
  RatingTallies& tallies_;
  NameNumbers outcomes_;
  std::vector<std::uint32_t> outcome_, customer_, respondent_;  // by row
  std::vector<std::uint32_t> begin_;                            // by outcome: its rows in order_
  std::vector<std::uint32_t> order_;
};

RatingTallies::RatingTallies(const Map& map, std::optional<Date> day, const RatingOptions& options)
    : options_(options) {
  Builder(map, day, *this);
}

const AnswerCells& RatingTallies::of(std::string_view outcome) const {
  static const AnswerCells none;
  const auto found = outcomes_.find(outcome);
  return found == outcomes_.end() ? none : found->second.all;
}

const AnswerCells& RatingTallies::of(std::string_view outcome, std::string_view holder) const {
  static const AnswerCells none;
  const auto found = outcomes_.find(outcome);
  if (found == outcomes_.end()) return none;
  const auto& holders = found->second.by_holder;
  const auto at = std::ranges::lower_bound(holders, holder, {}, &std::pair<std::string_view, AnswerCells>::first);
  return at == holders.end() || at->first != holder ? none : at->second;
}

}  // namespace outmap
