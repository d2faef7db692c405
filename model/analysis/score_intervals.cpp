#include "model/analysis/score_intervals.hpp"

#include <cmath>
#include <vector>

#include "model/analysis/binomial.hpp"
#include "model/analysis/gaps.hpp"
#include "model/analysis/quantile.hpp"

namespace outmap {
namespace {

using Number = std::optional<double>;

struct DrawnScores {
  Number importance;
  Number satisfaction;
};

/// What a cell adds to a score for each of its people.
struct Kind {
  std::uint32_t people = 0;
  Number importance;  // 0-1, the mean of the cell
  Number satisfaction;
};

/// People in kinds, from whom others are drawn.
class Population {
 public:
  explicit Population(const AnswerCells& cells) {
    for (const AnswerCells::Cell& cell : cells.cells()) {
      const auto mean = [&cell](bool answered, std::int64_t sum) {
        return answered ? Number(static_cast<double>(sum) * 0x1.0p-32 / cell.people) : Number();
      };
      kinds_.push_back({cell.people, mean(cell.has_importance(), cell.importance),
                        mean(cell.has_satisfaction(), cell.satisfaction)});
      people_ += cell.people;
    }
  }

  /// A score is missing where by chance nobody was drawn who answered.
  DrawnScores draw(Random& random) const {
    Sum importance, satisfaction;
    std::uint32_t left = people_;  // to be drawn
    double mass = people_;         // of the kinds not yet drawn from
    for (const Kind& kind : kinds_) {
      const std::uint32_t drawn = draw_binomial(left, kind.people / mass, random);
      importance.add(kind.importance, drawn);
      satisfaction.add(kind.satisfaction, drawn);
      left -= drawn;
      mass -= kind.people;
      if (left == 0) break;
    }
    return {importance.score(), satisfaction.score()};
  }

 private:
  struct Sum {
    double sum = 0;
    double people = 0;

    void add(const Number& contribution, std::uint32_t more) {
      if (!contribution) return;
      sum += *contribution * more;
      people += more;
    }
    Number score() const { return people > 0 ? Number(10 * sum / people) : Number(); }
  };

  std::vector<Kind> kinds_;
  std::uint32_t people_ = 0;
};

std::optional<Interval> middle_95(std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

Interval of_share(double score, std::size_t answers) {
  const auto n = static_cast<double>(answers);
  const Interval share = wilson_interval(std::round(score / 10 * n), n);
  return {10 * share.low, 10 * share.high};
}

}  // namespace

ScoreIntervals resample_scores(const AnswersBehind& behind, Number importance, Number satisfaction,
                               const ResampleOptions& options) {
  ScoreIntervals intervals;
  if (behind.importance == nullptr && behind.satisfaction == nullptr) return intervals;
  const bool together = behind.importance == behind.satisfaction;
  static const AnswerCells nobody;
  const Population for_importance(behind.importance != nullptr ? *behind.importance : nobody);
  const Population for_satisfaction(!together && behind.satisfaction != nullptr ? *behind.satisfaction : nobody);
  Random random(options.seed);
  std::vector<double> importances, satisfactions, opportunities;
  for (unsigned run = 0; run < options.runs; ++run) {
    DrawnScores drawn{importance, satisfaction};
    if (behind.importance != nullptr) {
      const DrawnScores scores = for_importance.draw(random);
      drawn.importance = scores.importance;
      if (together) drawn.satisfaction = scores.satisfaction;
    }
    if (!together && behind.satisfaction != nullptr) drawn.satisfaction = for_satisfaction.draw(random).satisfaction;
    if (drawn.importance) importances.push_back(*drawn.importance);
    if (drawn.satisfaction) satisfactions.push_back(*drawn.satisfaction);
    if (drawn.importance && drawn.satisfaction) {
      opportunities.push_back(opportunity_score(*drawn.importance, *drawn.satisfaction));
    }
  }
  intervals.opportunity = middle_95(opportunities);
  const bool shares = options.score != RatingScore::mean;
  if (behind.importance != nullptr && importance) {
    intervals.importance =
        shares ? of_share(*importance, behind.importance->importance_answers()) : middle_95(importances);
  }
  if (behind.satisfaction != nullptr && satisfaction) {
    intervals.satisfaction =
        shares ? of_share(*satisfaction, behind.satisfaction->satisfaction_answers()) : middle_95(satisfactions);
  }
  return intervals;
}

}  // namespace outmap
