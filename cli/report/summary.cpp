// What, so what, what next: the report in sentences, each number of which leads to its table.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/cluster/words.hpp"
#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "cli/names.hpp"
#include "cli/report/blocks.hpp"
#include "cli/report/sections.hpp"
#include "cli/whatif/report.hpp"
#include "cli/whatif/words.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

std::string count_of(std::size_t count, std::string_view one, std::string_view many) {
  return grouped(static_cast<double>(count)) + " " + std::string(count == 1 ? one : many);
}

/// Names are set apart by weight and link, not by quotes.
std::string name_of(const Map& map, const Id& id) { return printable(map.name_of(id)); }

std::string gap_address(const Id& id) { return "gap/" + id; }

/// Outcomes as a whole that fall short and have a priority, the greatest first.
std::vector<const DetailedGap*> short_outcomes(const ReportInputs& inputs) {
  std::vector<const DetailedGap*> rows;
  for (const DetailedGap& row : inputs.gaps.rows) {
    if (!row.holder && row.priority.value_or(0) > 0) rows.push_back(&row);
  }
  return rows;
}

/// The share of all priority that the first `count` carry.
double share_of_first(const std::vector<const DetailedGap*>& rows, std::size_t count) {
  double all = 0, first = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all += *rows[i]->priority;
    if (i < count) first += *rows[i]->priority;
  }
  return all > 0 ? first / all : 0;
}

/// The fewest of the first that carry half of the priority, as the picture of gaps tells it; no more than a third of
/// them all, and three where that takes more.
std::size_t leading(const std::vector<const DetailedGap*>& rows) {
  std::size_t count = 0;
  while (count < rows.size() && share_of_first(rows, count) < 0.5 - 1e-9) ++count;
  return count > std::max<std::size_t>(3, rows.size() / 3) ? 3 : count;
}

class Summary {
 public:
  explicit Summary(const ReportInputs& inputs) : inputs_(inputs), map_(inputs.map), short_(short_outcomes(inputs)) {}

  PageSection section() const {
    PageSection section{"summary", "summary", "Summary", "", {}};
    if (PageFigures row = figures(); !row.figures.empty()) section.blocks.push_back(std::move(row));
    add(section, "What we see", {people(), falls_short(), moved()});
    add(section, "What it means", {first_gap(), first_cluster(), weakest_link(), proof()});
    add(section, "What could happen", scenarios());
    add(section, "What to do next", {plan(), budget(), unmeasured(), open()});
    return section;
  }

 private:
  static void add(PageSection& section, std::string heading, std::vector<PageWords> sentences) {
    std::erase_if(sentences, [](const PageWords& words) { return words.empty(); });
    if (sentences.empty()) return;
    section.blocks.push_back(PageHeading{std::move(heading)});
    section.blocks.push_back(PageList{std::move(sentences), false});
  }

  PageFigures figures() const {
    PageFigures row;
    if (!map_->customers.empty()) {
      row.figures.push_back({grouped(inputs_.summary.heads),
                             inputs_.summary.heads == 1
                                 ? "customer"
                                 : "customers, of " + count_of(map_->customers.size(), "kind", "kinds"),
                             "relations"});
    }
    if (!map_->outcomes.empty()) {
      row.figures.push_back({fmt::format("{} of {}", short_.size(), map_->outcomes.size()), "outcomes fall short",
                             "gaps", short_.empty() ? PageTone::good : PageTone::bad});
    }
    if (short_.size() > 3) {
      row.figures.push_back({percent_text(share_of_first(short_, leading(short_))),
                             fmt::format("of the priority in {} outcomes", leading(short_)), "gaps"});
    }
    if (inputs_.plan && !inputs_.plan->chosen.empty() && inputs_.plan->total_priority > 0) {
      row.figures.push_back({percent_text(inputs_.plan->benefit / inputs_.plan->total_priority),
                             "could be closed for " + money_text(inputs_.plan->cost, map_->currency), "plan",
                             PageTone::good});
    }
    return row;
  }

  PageWords people() const {
    const std::size_t clusters = inputs_.clusters.clusters.size();
    if (map_->customers.empty()) return {};
    PageWords words{{count_of(map_->customers.size(), "kind of customer", "kinds of customers"), "relations"}};
    if (!map_->partners.empty())
      words.push_back({" and " + count_of(map_->partners.size(), "boundary partner", "boundary partners")});
    if (clusters > 1) {
      words.push_back({" form "});
      words.push_back({count_of(clusters, "cluster", "clusters"), "relations"});
    }
    if (!inputs_.clusters.isolated.empty()) {
      const std::size_t alone = inputs_.clusters.isolated.size();
      words.push_back({"; " + count_of(alone, "is", "are") + " tied to nobody"});
    }
    if (clusters <= 1 && map_->partners.empty() && inputs_.clusters.isolated.empty())
      words.push_back({map_->customers.size() == 1 ? " is on this map" : " are on this map"});
    words.push_back({"."});
    return words;
  }

  PageWords falls_short() const {
    if (map_->outcomes.empty()) return {};
    if (short_.empty()) return {{"No outcome falls short of its target, as far as the map knows.", "gaps"}};
    PageWords words{
        {fmt::format("{} of {}", short_.size(), count_of(map_->outcomes.size(), "outcome", "outcomes")), "gaps"},
        {short_.size() == 1 ? " falls short of its target" : " fall short of their targets"}};
    if (short_.size() > 3) {
      words.push_back({"; "});
      words.push_back(
          {std::to_string(leading(short_)) + " of them carry " + percent_text(share_of_first(short_, leading(short_))),
           "gaps"});
      words.push_back({" of the priority"});
    }
    words.push_back({"."});
    return words;
  }

  PageWords moved() const {
    const MonitorReport& report = inputs_.monitored.report;
    const VerdictCounts& counts = report.counts;
    if (counts.of == 0 || counts.never_measured == counts.of) return {};
    PageWords words{
        {fmt::format("{} of {} moved the right way", counts.improved, count_of(counts.of, "outcome", "outcomes")),
         "monitoring"},
        {fmt::format(" and {} the wrong way {}", counts.worsened, since_words(report))}};
    if (counts.never_measured > 0)
      words.push_back({fmt::format("; {} never measured", count_of(counts.never_measured, "was", "were"))});
    words.push_back({"."});
    return words;
  }

  PageWords first_gap() const {
    if (short_.empty()) return {};
    const DetailedGap& row = *short_.front();
    const Outcome& outcome = *map_.get<Outcome>(row.id);
    const std::string unit = outcome.unit.empty() ? "" : " " + printable(outcome.unit);
    PageWords words{{"The gap that matters most is "}, {name_of(map_, row.id), gap_address(row.id), true}};
    words.push_back(
        {fmt::format(": importance {}, at {} where {}{} is wanted", few_decimals(row.level.importance.value_or(0)),
                     few_decimals(row.level.current.value_or(0)), few_decimals(row.level.target.value_or(0)), unit)});
    if (row.factors.reach)
      words.push_back({fmt::format("; it touches {} of customers", percent_text(*row.factors.reach))});
    words.push_back({"."});
    return words;
  }

  PageWords first_cluster() const {
    const ClusterReport& report = inputs_.clusters;
    if (report.clusters.size() < 2 || !report.clusters.front().attention) return {};
    const Cluster& first = report.clusters.front();
    return {{"The group to look at first is "},
            {printable(first.name), "cluster/cluster-" + first.id, true},
            {": " + why_first(report) + "."}};
  }

  PageWords weakest_link() const {
    const auto& people = inputs_.clusters.resilience.people;
    if (people.empty() || people.front().outcomes.empty()) return {};
    const Leaving& leaving = people.front();
    Ids lost;
    for (const LostOutcome& outcome : leaving.outcomes) lost.push_back(outcome.id);
    return {{"Much hangs on "},
            {name_of(map_, leaving.id), "element/" + leaving.id, true},
            {fmt::format(": without them nothing leads to {}.", quoted_names(map_, lost, 2))}};
  }

  PageWords proof() const {
    const auto& claims = inputs_.monitored.report.claims;
    if (claims.empty()) return {};
    const auto firm = std::ranges::count_if(claims, [](const ClaimProof& claim) {
      return claim.methods.size() >= 2 && claim.sources >= 2 && claim.contradicting == 0;
    });
    return {{"Of "},
            {count_of(claims.size(), "claim", "claims"), "evidence"},
            {fmt::format(" behind this {} on two methods and two sources or more; the rest is to be taken with care.",
                         count_of(static_cast<std::size_t>(firm), "rests", "rest"))}};
  }

  /// The initiatives that add most, by name.
  PageWords plan() const {
    if (!inputs_.plan || inputs_.plan->chosen.empty()) return {};
    std::vector<PlannedInitiative> chosen = inputs_.plan->chosen;
    std::ranges::stable_sort(chosen, std::greater<>(), &PlannedInitiative::adds);
    PageWords words{{"Begin with "}};
    const std::size_t named = std::min<std::size_t>(3, chosen.size());
    for (std::size_t i = 0; i < named; ++i) {
      if (i > 0) words.push_back({i + 1 == named ? " and " : ", "});
      words.push_back({name_of(map_, chosen[i].id), "plan/" + chosen[i].id, true});
    }
    words.push_back({named == 1 ? ": it adds most to the plan." : ": they add most to the plan."});
    return words;
  }

  PageWords budget() const {
    if (!inputs_.plan || inputs_.plan->chosen.empty()) return {};
    const PortfolioReport& plan = *inputs_.plan;
    const auto ended = std::ranges::count_if(plan.left_out, &LeftOutInitiative::running);
    return {{fmt::format("With {} ", money_text(plan.budget, map_->currency))},
            {count_of(plan.chosen.size(), "initiative closes ", "initiatives close ") +
                 percent_text(plan.benefit / plan.total_priority),
             "plan"},
            {fmt::format(" of the priority of all gaps, for {}{}{}.", money_text(plan.cost, map_->currency),
                         plan.optimal ? "; no other choice closes more directly" : "",
                         ended > 0 ? "; it would end " +
                                         count_of(static_cast<std::size_t>(ended), "initiative that runs",
                                                  "initiatives that run") +
                                         " today"
                                   : "")}};
  }

  std::vector<PageWords> scenarios() const {
    constexpr std::size_t most_told = 4;
    std::vector<PageWords> all;
    for (std::size_t i = 0; i < std::min(most_told, inputs_.whatifs.size()); ++i) {
      const WhatIfReport& report = inputs_.whatifs[i];
      all.push_back({{printable(report.scenario.name), "what-if/scenario-" + std::to_string(i + 1), true},
                     {scenario_words(report)}});
    }
    if (inputs_.whatifs.size() > most_told)
      all.push_back({{fmt::format("and {} more", inputs_.whatifs.size() - most_told), "what-if"}});
    return all;
  }

  static std::string scenario_words(const WhatIfReport& report) {
    if (report.verdict != FcmVerdict::fixed_point) return " never settles: the map knows no limit for it.";
    if (!report.gap_closed_pct) return " changes no gap that has a priority.";
    const bool closes = *report.gap_closed_pct >= 0;
    return fmt::format(
        " would {} {}\u00a0% of the priority{}.", closes ? "close" : "open",
        few_decimals(std::abs(*report.gap_closed_pct)),
        report.losers.empty() ? " and nobody would lose" : "; " + who_loses(report) + " would get worse");
  }

  PageWords unmeasured() const {
    const auto& unwatched = inputs_.monitored.report.unwatched;
    if (unwatched.empty()) return {};
    return {{"Measure "},
            {count_of(unwatched.size(), "outcome", "outcomes") + " that matter", "monitoring"},
            {fmt::format(" and nobody measures, {} first.", name_of(map_, unwatched.front().outcome))}};
  }

  PageWords open() const {
    const auto done = std::ranges::count_if(inputs_.steps, &Step::done);
    PageWords words{{"Of the ten steps from customers' words to results "},
                    {fmt::format("{} {} done", done, done == 1 ? "is" : "are"), "evidence/steps"}};
    if (!inputs_.findings.empty()) {
      words.push_back({"; "});
      words.push_back({count_of(inputs_.findings.size(), "thing is missing or contradicts itself",
                                "things are missing or contradict themselves"),
                       "evidence/findings"});
    }
    words.push_back({"."});
    return words;
  }

  const ReportInputs& inputs_;
  const Map& map_;
  std::vector<const DetailedGap*> short_;
};

}  // namespace

PageSection summary_section(const ReportInputs& inputs) { return Summary(inputs).section(); }

}  // namespace outmap
