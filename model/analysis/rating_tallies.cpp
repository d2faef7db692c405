#include "model/analysis/rating_tallies.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "model/analysis/rating_groups.hpp"

namespace outmap {
namespace {

constexpr double unit_of_sums = 0x1.0p-32;
constexpr std::uint16_t steps = 60;              // divides by 4, 5, 6, 10 and 12: the boxes of usual scales stand apart
constexpr std::uint16_t unanswered = steps + 1;  // the place on an axis of those who did not answer
constexpr std::uint16_t places = unanswered + 1;  // on one axis

/// Contributions lie between 0 and 1, so that a half more and the part before the point round.
std::uint16_t place_of(const std::optional<double>& contribution) {
  return contribution ? static_cast<std::uint16_t>(*contribution * steps + 0.5) : unanswered;
}

std::int64_t whole(const std::optional<double>& contribution) {
  return contribution ? static_cast<std::int64_t>(*contribution / unit_of_sums + 0.5) : 0;
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

namespace {

using HolderCells = std::vector<std::pair<std::string_view, AnswerCells>>;

/// Which holder of an outcome a rating's customer is. Its id is looked at only where the hash is a holder's.
class HolderPlaces {
 public:
  HolderPlaces(HolderCells& cells, const std::vector<Rating>& ratings) : cells_(cells), ratings_(ratings) {
    for (std::uint32_t i = 0; i < cells.size(); ++i) places_.emplace_back(customer_hash(cells[i].first), i);
    std::ranges::sort(places_);
  }

  /// The cells of the customer, or null.
  AnswerCells* of(const GivenRating& given) const {
    if (given.customer == 0) return nullptr;
    auto at = std::ranges::lower_bound(places_, given.customer, {}, &Place::first);
    for (; at != places_.end() && at->first == given.customer; ++at) {
      auto& [holder, cells] = cells_[at->second];
      if (ratings_[given.row].customer == holder) return &cells;
    }
    return nullptr;
  }

 private:
  using Place = std::pair<std::uint32_t, std::uint32_t>;  // hash of the id, place among the cells

  HolderCells& cells_;
  const std::vector<Rating>& ratings_;
  std::vector<Place> places_;
};

std::optional<double> answered(double contribution) {
  if (contribution == GivenRating::not_answered) return std::nullopt;
  return contribution;
}

/// What a person answered last to each question, of ratings with the newest last.
std::pair<std::optional<double>, std::optional<double>> newest(std::span<const GivenRating> of_person) {
  double importance = GivenRating::not_answered, satisfaction = GivenRating::not_answered;
  for (const GivenRating& given : of_person) {
    if (given.importance != GivenRating::not_answered) importance = given.importance;
    if (given.satisfaction != GivenRating::not_answered) satisfaction = given.satisfaction;
  }
  return {answered(importance), answered(satisfaction)};
}

HolderCells cells_of_holders(const Outcome& outcome) {
  HolderCells cells;
  for (const Holder& holder : outcome.holders.list) cells.emplace_back(holder.id, AnswerCells());
  std::ranges::sort(cells, {}, &HolderCells::value_type::first);
  return cells;
}

}  // namespace

void RatingTallies::count(const RatingsOfOutcome& group, const std::vector<Rating>& ratings, OutcomeAnswers& answers) {
  const auto given = group.ratings;
  const HolderPlaces holders(answers.by_holder, ratings);
  for (std::size_t begin = 0, end = 0; begin < given.size(); begin = end) {
    end = end_of_person(given, begin, ratings);
    const auto [importance, satisfaction] = newest(given.subspan(begin, end - begin));
    const bool both = importance && satisfaction;
    if (!both && options_.respondents == Respondents::paired) continue;
    answers.all.add(importance, satisfaction);
    if (AnswerCells* own = holders.of(given[begin])) own->add(importance, satisfaction);
  }
}

RatingTallies::RatingTallies(const Map& map, std::optional<Date> day, const RatingOptions& options)
    : rated_(map), day_(day), options_(options) {
  const RatingsByOutcome groups(map, day, options.score);
  for (std::size_t place = 0; place < groups.size(); ++place) {
    const RatingsOfOutcome group = groups[place];
    const Outcome& outcome = *map.get<Outcome>(group.outcome);
    OutcomeAnswers& answers = outcomes_[outcome.id];
    answers.by_holder = cells_of_holders(outcome);
    count(group, map->ratings, answers);
  }
}

bool RatingTallies::hold_for(const Map& map, std::optional<Date> day) const {
  if (day != day_) return false;
  if (&map.content() == &rated_.content()) return true;
  if (map->ratings != rated_->ratings) return false;
  const auto names = [](const HolderCells& cells, const Id& holder) {
    return std::ranges::binary_search(cells, std::string_view(holder), {}, &HolderCells::value_type::first);
  };
  return std::ranges::all_of(map->outcomes, [&](const Outcome& outcome) {
    const auto rated = outcomes_.find(outcome.id);
    return rated == outcomes_.end() || std::ranges::all_of(outcome.holders.list, [&](const Holder& holder) {
             return names(rated->second.by_holder, holder.id);
           });
  });
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
