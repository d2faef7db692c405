#include "model/analysis/value/value_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

struct Alternative {
  Id id;
  bool ours;
  double price;
  std::vector<IdNumber> levels;  // as shares of the scale
};

class ValueMapMaker {
 public:
  ValueMapMaker(const Map& map, const ValueMapOptions& options) : map_(map), levels_(map, as_of(map, options.as_of)) {
    result_.slope = options.slope;
    for (const Offering& offering : map->offerings) take(offering.id, true, offering.price, offering.levels);
    for (const Competitor& competitor : map->competitors)
      take(competitor.id, false, competitor.price, competitor.levels);
    std::ranges::sort(alternatives_, {}, &Alternative::id);
  }

  ValueMap run() {
    find_aspects();
    drop_what_cannot_be_compared();
    if (alternatives_.size() >= 2) place();
    if (result_.points.empty()) result_.aspects.clear();
    std::ranges::sort(result_.off, {}, &NotComparable::id);
    return std::move(result_);
  }

 private:
  void take(const Id& id, bool ours, std::optional<double> price, const IdNumbers& levels) {
    if (!price) {
      result_.off.push_back({id, OffValueMap::no_price});
      return;
    }
    Alternative alternative{id, ours, *price, {}};
    for (const IdNumber& level : levels) {
      if (const auto share = share_of_scale(level)) alternative.levels.push_back({level.id, *share});
    }
    alternatives_.push_back(std::move(alternative));
  }

  /// 0 at the worst end of the outcome's scale, 1 at the best.
  std::optional<double> share_of_scale(const IdNumber& level) const {
    const Outcome* outcome = map_.get<Outcome>(level.id);
    if (outcome == nullptr) return std::nullopt;
    const Scale scale = outcome->scale.value_or(map_->scale);
    if (scale.width() <= 0) return std::nullopt;
    const double from_worst = outcome->direction == Direction::more ? level.value - scale.min : scale.max - level.value;
    return from_worst / scale.width();
  }

  void find_aspects() {
    std::map<std::string_view, QualityAspect> known;
    for (const Alternative& alternative : alternatives_) {
      for (const IdNumber& level : alternative.levels) {
        QualityAspect& aspect = known[level.id];
        ++aspect.known_of;
        aspect.mean += level.value;
      }
    }
    for (auto& [id, aspect] : known) {
      aspect.outcome = id;
      aspect.importance = levels_.whole(*map_.get<Outcome>(id)).importance.value_or(0);
      aspect.mean /= static_cast<double>(aspect.known_of);
      if (aspect.known_of >= 2 && aspect.importance > 0) result_.aspects.push_back(aspect);
    }
    std::ranges::stable_sort(result_.aspects, std::greater<>(), &QualityAspect::importance);
  }

  void drop_what_cannot_be_compared() {
    for (Alternative& alternative : alternatives_) {
      std::vector<IdNumber> compared;
      for (const QualityAspect& aspect : result_.aspects) {
        const auto level = std::ranges::find(alternative.levels, aspect.outcome, &IdNumber::id);
        if (level != alternative.levels.end()) compared.push_back(*level);
      }
      alternative.levels = std::move(compared);
    }
    std::erase_if(alternatives_, [&](const Alternative& alternative) {
      if (!alternative.levels.empty()) return false;
      result_.off.push_back({alternative.id, OffValueMap::nothing_to_compare});
      return true;
    });
  }

  const QualityAspect& aspect(const Id& outcome) const {
    return *std::ranges::find(result_.aspects, outcome, &QualityAspect::outcome);
  }

  /// Quality, and quality over that of the mean on the same outcomes; nothing where that mean is at the worst end.
  std::optional<ValuePoint> judged(const Alternative& alternative) const {
    double weights = 0, own = 0, mean = 0;
    for (const IdNumber& level : alternative.levels) {
      const QualityAspect& of = aspect(level.id);
      weights += of.importance;
      own += of.importance * level.value;
      mean += of.importance * of.mean;
    }
    if (mean <= 0) return std::nullopt;
    ValuePoint point;
    point.id = alternative.id;
    point.ours = alternative.ours;
    point.price = alternative.price;
    point.quality = own / weights;
    point.relative_quality = own / mean;
    point.aspects = alternative.levels.size();
    point.levels = alternative.levels;
    return point;
  }

  void place() {
    double prices = 0, qualities = 0;
    std::vector<ValuePoint> points;
    for (const Alternative& alternative : alternatives_) {
      if (auto point = judged(alternative)) points.push_back(*std::move(point));
    }
    for (const ValuePoint& point : points) {
      prices += point.price;
      qualities += point.relative_quality;
    }
    if (points.size() < 2 || prices <= 0 || qualities <= 0) return;
    const double count = static_cast<double>(points.size());
    result_.mean_price = prices / count;
    for (ValuePoint& point : points) {
      point.relative_quality /= qualities / count;
      point.relative_price = point.price / result_.mean_price;
      const double fair = result_.fair_relative_price(point.relative_quality);
      point.fair_price = fair * result_.mean_price;
      point.advantage = fair - point.relative_price;
    }
    std::ranges::stable_sort(points, std::greater<>(), &ValuePoint::advantage);
    result_.points = std::move(points);
  }

  const Map& map_;
  LevelTable levels_;
  std::vector<Alternative> alternatives_;
  ValueMap result_;
};

}  // namespace

std::string_view to_text(OffValueMap reason) {
  constexpr std::array<std::string_view, 2> words = {"no-price", "nothing-to-compare"};
  return words[static_cast<std::size_t>(reason)];
}

ValueMap find_value_map(const Map& map, const ValueMapOptions& options) {
  if (!std::isfinite(options.slope) || options.slope <= 0)
    throw std::invalid_argument("the slope of the fair-value line is a number above 0");
  return ValueMapMaker(map, options).run();
}

}  // namespace outmap
