#include "render/diagrams/gaps_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/text/numbers.hpp"

namespace outmap::gaps_words {
namespace {

constexpr std::size_t most_holders = 4;

std::string holders_of(const Map& map, const Outcome& outcome) {
  if (outcome.holders.organisation) return "the organisation";
  std::string names;
  const auto& list = outcome.holders.list;
  const std::size_t named = list.size() <= most_holders ? list.size() : most_holders - 1;
  for (std::size_t at = 0; at < named; ++at)
    names += (names.empty() ? "" : ", ") + std::string(map.name_of(list[at].id));
  if (named < list.size()) names += fmt::format(" and {} more", list.size() - named);
  return names.empty() ? "nobody named" : names;
}

std::string with_unit(double value, const Outcome& outcome) {
  return few_decimals(value) + (outcome.unit.empty() ? "" : "\u00a0" + outcome.unit);
}

/// Why there is no priority to show.
std::string instead_of_priority(const Outcome& outcome, const GapRow& row) {
  const OutcomeLevel& level = row.level;
  if (row.priority && *row.priority > 0) return "";
  if (level.surplus && *level.surplus > 0)
    return fmt::format("none: {} beyond target", with_unit(*level.surplus, outcome));
  if (row.factors.gap && *row.factors.gap <= 0) return "none: target met";
  if (row.priority) return *row.factors.importance > 0 ? "none: nobody is touched" : "none: of no importance";
  if (!level.current) return "not measured yet";
  if (!level.target) return "no target yet";
  if (!level.importance) return "importance not known";
  return "reach not known";
}

std::string title_of(const Outcome& outcome, const DetailedGap& row, const GapPoint& point) {
  std::string title = fmt::format("{}. {}", point.rank, outcome.name);
  const auto add = [&](const std::string& words) { title += (title.back() == ':' ? " " : ", ") + words; };
  title += ":";
  const auto score = [&](const char* what, double value, const std::optional<Interval>& between) {
    add(fmt::format("{} {}", what, one_decimal(value)));
    if (between) title += fmt::format(" ({} to {})", one_decimal(between->low), one_decimal(between->high));
  };
  if (row.level.importance) score("importance", *row.level.importance, row.intervals.importance);
  if (row.level.satisfaction) score("satisfaction", *row.level.satisfaction, row.intervals.satisfaction);
  if (row.answers() > 0) add(fmt::format("from {} answers", row.answers()));
  if (row.opportunity) add(fmt::format("opportunity {} ({})", one_decimal(*row.opportunity), to_text(*row.band)));
  if (row.level.current && row.level.target)
    add(fmt::format("{} now, target {}", with_unit(*row.level.current, outcome),
                    with_unit(*row.level.target, outcome)));
  if (row.factors.impact) add("impact " + percent_text(*row.factors.impact));
  if (row.versus_best)
    add(fmt::format("{} {} the best competitor", with_unit(std::abs(*row.versus_best), outcome),
                    *row.versus_best < 0 ? "behind" : "ahead of"));
  add(row.priority && *row.priority > 0 ? "priority " + one_decimal(*row.priority) : point.instead);
  if (title.back() == ':') title.pop_back();
  return title;
}

void find_nothing_open(const GapsDiagram& diagram, std::vector<TonedText>& finding, Tone& bar) {
  const auto count = [&](GapStanding standing) {
    return std::count_if(diagram.points.begin(), diagram.points.end(),
                         [&](const GapPoint& point) { return point.standing == standing; });
  };
  const auto met = count(GapStanding::met);
  bar = Tone::accent;
  if (met == 0) {
    finding.push_back({"Nothing can be ranked yet", Tone::accent});
    finding.push_back({": give outcomes an importance, a level today and a target", Tone::plain});
    return;
  }
  bar = Tone::gain;
  const bool all = static_cast<std::size_t>(met) == diagram.points.size();
  finding.push_back(
      {all ? (met == 1 ? "The target is met" : "Every target is met") : "Every known target is met", Tone::gain});
  if (!all)
    finding.push_back(
        {fmt::format("; {} of {} outcomes cannot be ranked yet", diagram.points.size() - met, diagram.points.size()),
         Tone::plain});
}

std::string names_of_head(const GapsDiagram& diagram) {
  std::string names;
  for (std::size_t at = 0; at < diagram.head; ++at) names += (at == 0 ? ": " : "; ") + diagram.points[at].name;
  return names;
}

void find(GapsDiagram& diagram) {
  ChartWords& words = diagram.words;
  words.bar = Tone::gap;
  if (diagram.points.empty()) return;
  if (diagram.head == 0) return find_nothing_open(diagram, words.finding, words.bar);
  const std::string share = percent_text(diagram.head_share);
  const std::size_t all = diagram.points.size();
  if (all == 1) {
    words.finding.push_back({"Below its target", Tone::gap});
  } else if (diagram.half > diagram.head) {
    words.finding.push_back(
        {fmt::format("It takes {} of {} outcomes to carry half of the priority", diagram.half, all), Tone::gap});
    words.finding.push_back({fmt::format("; the first {} carry {}", diagram.head, share), Tone::plain});
  } else {
    words.finding.push_back({fmt::format("{} of {} outcomes {} {} of the priority", diagram.head, all,
                                         diagram.head == 1 ? "carries" : "carry", share),
                             Tone::gap});
  }
  words.finding.push_back({names_of_head(diagram), Tone::plain});
}

std::string note_of(const GapsDiagram& diagram) {
  if (diagram.rest.empty()) return "Opportunity = importance + max(importance − satisfaction, 0)";
  return fmt::format("{} of {} outcomes named, those of the highest priority", diagram.named, diagram.points.size());
}

}  // namespace

void describe(const Map& map, const Outcome& outcome, const DetailedGap& row, bool own_scales, GapPoint& point) {
  point.note = row.holder ? "" : holders_of(map, outcome);
  if (row.answers() > 0)
    point.note +=
        fmt::format("{}{}n = {}", point.note.empty() ? "" : " · ", point.few_answers ? "only " : "", row.answers());
  if (row.factors.gap) {
    const double width = row.level.scale.max - row.level.scale.min;
    point.gap_words = own_scales ? percent_text(*row.factors.gap) : few_decimals(*row.factors.gap * width);
  }
  point.instead = instead_of_priority(outcome, row);
  point.title = title_of(outcome, row, point);
}

std::string more(std::size_t count, double share) {
  return fmt::format("{} more {} {} of the priority", count, count == 1 ? "carries" : "carry", percent_text(share));
}

void tell(const Map& map, const GapReport& report, const DiagramOptions& options, GapsDiagram& diagram) {
  ChartWords& words = diagram.words;
  const std::string whose = options.focus ? std::string(map.name_of(*options.focus)) : map->title;
  words.title = whose + ": where value falls short";
  words.question =
      options.focus ? "Which outcomes matter to them, are not reached yet, and weigh most? Where to begin?"
                    : "Which outcomes matter to people, are not reached yet, and touch many of them? Where to begin?";
  find(diagram);
  words.source = map->title + " · gap analysis";
  if (report.as_of) words.source += " · " + to_words(*report.as_of);
  words.source += " · importance and satisfaction 0–10";
  words.note = diagram.points.empty() ? "" : note_of(diagram);
  diagram.nothing = {
      "No outcomes yet",
      "Write down what people want, in their own words: how much it matters to them, where it stands today "
      "and where it should be."};
}

}  // namespace outmap::gaps_words
