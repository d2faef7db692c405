#include "model/analysis/feedback.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "model/analysis/levels.hpp"

namespace outmap {
namespace {

/// Counts of what was said about one thing.
struct Tally {
  std::size_t records = 0;
  std::size_t comments = 0;
  std::size_t promoters = 0, passives = 0, detractors = 0;
  std::size_t answers = 0, top = 0, bottom = 0;
  double sum = 0;

  void add(const Feedback& said) {
    ++records;
    comments += !said.text.empty();
    if (!said.kind || !said.score) return;
    if (said.kind == FeedbackKind::nps) {
      ++(*said.score >= 9 ? promoters : *said.score > 6 ? passives : detractors);
      return;
    }
    ++answers;
    top += *said.score >= 4;
    bottom += *said.score <= 2;
    sum += *said.score;
  }

  std::optional<NpsScore> nps() const {
    if (promoters + passives + detractors == 0) return std::nullopt;
    return nps_score(promoters, passives, detractors);
  }

  std::optional<CsatScore> csat() const {
    if (answers == 0) return std::nullopt;
    const auto n = static_cast<double>(answers);
    const ShareEstimate share = estimate_share(static_cast<double>(top), n);
    return CsatScore{answers, top, share.share, sum / n, share.interval};
  }

  FeedbackRow row(std::string key, std::string name) const {
    return {std::move(key), std::move(name), records, comments, detractors + bottom, nps(), csat()};
  }
};

using Tallies = std::unordered_map<std::string_view, Tally>;

/// The months of one thing, and what was said of it before and after a day.
struct Course {
  std::map<std::string, Tally> months;
  Tally before, after;
};

/// Which needs and themes a tag speaks of.
class TagMeanings {
 public:
  explicit TagMeanings(const Map& map) {
    for (const Need& need : map->needs) {
      meaning_[need.id].push_back(&need);
      for (const std::string& tag : need.tags) meaning_[tag].push_back(&need);
      if (!need.theme.empty()) themes_.emplace(need.theme, need.theme);
    }
  }

  const std::vector<const Need*>& needs(std::string_view tag) const {
    static const std::vector<const Need*> none;
    const auto found = meaning_.find(tag);
    return found == meaning_.end() ? none : found->second;
  }

  /// The theme that is called like the tag; empty where none is.
  std::string_view theme(std::string_view tag) const {
    const auto found = themes_.find(tag);
    return found == themes_.end() ? std::string_view() : found->second;
  }

 private:
  std::unordered_map<std::string_view, std::vector<const Need*>> meaning_;
  std::unordered_map<std::string_view, std::string_view> themes_;
};

/// Goes through the feedback once and counts it for everything that it speaks of.
class FeedbackCounter {
 public:
  FeedbackCounter(const Map& map, std::optional<Date> day, std::optional<Date> since)
      : map_(map), day_(day), since_(since), meanings_(map) {}

  FeedbackReport report() {
    FeedbackReport report;
    report.as_of = day_;
    report.since_half_way = !since_;
    if (!since_) since_ = half_way();
    report.since = since_;
    for (const Feedback& said : map_->feedback) {
      if (counts(said)) count(said, report);
    }
    report.all = all_.row("", "");
    for (const Journey& journey : map_->journeys) add_rows(journey.stages, stages_, report.stages);
    add_rows(map_->customers, customers_, report.customers);
    add_rows(map_->partners, customers_, report.customers);
    add_rows(map_->needs, needs_, report.needs);
    rank(report.needs);
    report.tags = ranked_rows(tags_);
    report.themes = ranked_rows(themes_);
    add_courses(report);
    return report;
  }

 private:
  bool counts(const Feedback& said) const { return !said.date || !day_ || *said.date <= *day_; }

  std::optional<Date> half_way() const {
    std::optional<Date> first, last;
    for (const Feedback& said : map_->feedback) {
      if (!counts(said) || !said.date) continue;
      if (!first || *said.date < *first) first = said.date;
      if (!last || *last < *said.date) last = said.date;
    }
    if (!first) return std::nullopt;
    const std::chrono::days half{(days_between(*first, *last) + 1) / 2};
    return Date{std::chrono::sys_days(first->day) + half};
  }

  void count(const Feedback& said, FeedbackReport& report) {
    all_.add(said);
    if (!said.stage.empty()) stages_[said.stage].add(said);
    if (!said.customer.empty()) customers_[said.customer].add(said);
    count_tags(said);
    count_course(said);
    report.uncategorised += said.stage.empty() && said.tags.empty();
    report.undated += !said.date;
  }

  /// A record counts once for a tag, a need and a theme, however often they are named.
  void count_tags(const Feedback& said) {
    Ids needs, themes;
    for (auto tag = said.tags.begin(); tag != said.tags.end(); ++tag) {
      if (std::find(said.tags.begin(), tag, *tag) != tag) continue;
      tags_[*tag].add(said);
      if (const auto theme = meanings_.theme(*tag); !theme.empty()) themes.emplace_back(theme);
      for (const Need* need : meanings_.needs(*tag)) {
        needs.push_back(need->id);
        if (!need->theme.empty()) themes.push_back(need->theme);
      }
    }
    count_once(needs, said, [this](const Id& id) -> Tally& { return needs_[map_.get<Need>(id)->id]; });
    count_once(themes, said, [this](const std::string& theme) -> Tally& { return themes_[meanings_.theme(theme)]; });
  }

  template <class TallyOf>
  static void count_once(Ids& keys, const Feedback& said, TallyOf tally_of) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (const Id& key : keys) tally_of(key).add(said);
  }

  void count_course(const Feedback& said) {
    if (!said.date) return;
    const std::string month = to_text(*said.date).substr(0, 7);
    const auto add = [&](Course& course) {
      course.months[month].add(said);
      (*said.date < *since_ ? course.before : course.after).add(said);
    };
    add(course_);
    if (!said.stage.empty()) add(stage_courses_[said.stage]);
  }

  template <class Elements>
  static void add_rows(const Elements& elements, const Tallies& tallies, std::vector<FeedbackRow>& rows) {
    for (const auto& element : elements) {
      const auto found = tallies.find(element.id);
      if (found != tallies.end()) rows.push_back(found->second.row(element.id, element.name));
    }
  }

  static void rank(std::vector<FeedbackRow>& rows) {
    std::ranges::sort(rows, [](const FeedbackRow& a, const FeedbackRow& b) {
      return std::tie(b.dissatisfied, b.records, a.key) < std::tie(a.dissatisfied, a.records, b.key);
    });
  }

  static std::vector<FeedbackRow> ranked_rows(const Tallies& tallies) {
    std::vector<FeedbackRow> rows;
    for (const auto& [key, tally] : tallies) rows.push_back(tally.row(std::string(key), std::string(key)));
    rank(rows);
    return rows;
  }

  void add_courses(FeedbackReport& report) const {
    if (course_.months.empty()) return;
    add_course("", course_, report);
    for (const FeedbackRow& stage : report.stages) {
      const auto found = stage_courses_.find(stage.key);
      if (found != stage_courses_.end()) add_course(stage.key, found->second, report);
    }
  }

  static void add_course(const Id& stage, const Course& course, FeedbackReport& report) {
    FeedbackTrend& trend = report.trends.emplace_back(FeedbackTrend{stage, {}});
    for (const auto& [month, tally] : course.months) trend.months.push_back(tally.row(month, month));
    FeedbackChange change{stage, course.before.nps(), course.after.nps(), course.before.csat(), course.after.csat(), {},
                          {}};
    if (change.nps_before && change.nps_after) change.nps_change = nps_change(*change.nps_before, *change.nps_after);
    if (change.csat_before && change.csat_after) {
      const auto share = [](const CsatScore& score) {
        return estimate_share(static_cast<double>(score.top), static_cast<double>(score.n));
      };
      change.csat_change = difference_interval(share(*change.csat_before), share(*change.csat_after));
    }
    if (change.nps_change || change.csat_change) report.changes.push_back(std::move(change));
  }

  const Map& map_;
  std::optional<Date> day_;
  std::optional<Date> since_;
  TagMeanings meanings_;
  Tally all_;
  Tallies stages_, customers_, tags_, needs_, themes_;
  Course course_;
  std::unordered_map<std::string_view, Course> stage_courses_;
};

}  // namespace

NpsScore nps_score(std::size_t promoters, std::size_t passives, std::size_t detractors) {
  const std::size_t n = promoters + passives + detractors;
  const double lead = static_cast<double>(promoters) - static_cast<double>(detractors);
  return {n,
          promoters,
          passives,
          detractors,
          n == 0 ? 0 : 100 * lead / static_cast<double>(n),
          nps_interval(promoters, detractors, n)};
}

Interval nps_change(const NpsScore& before, const NpsScore& after) {
  const auto variance = [](const NpsScore& score) {
    const auto n = static_cast<double>(score.n);
    const double extremes = static_cast<double>(score.promoters + score.detractors) / n;
    const double lead = score.score / 100;
    return std::max(0.0, extremes - lead * lead) / n;
  };
  const double change = after.score - before.score;
  const double reach = 100 * z95 * std::sqrt(variance(before) + variance(after));
  return {std::max(-200.0, change - reach), std::min(200.0, change + reach)};
}

FeedbackReport find_feedback(const Map& map, const FeedbackOptions& options) {
  const std::optional<Date> day = as_of(map, options.as_of);
  FeedbackReport report = FeedbackCounter(map, day, options.since).report();
  report.contradictions = find_says_against_does(map, day);
  report.offers = find_offer_signals(map);
  return report;
}

}  // namespace outmap
