#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/text/numbers.hpp"
#include "render/diagrams/chart_words.hpp"
#include "render/diagrams/ladder_diagram.hpp"

namespace outmap {
namespace {

std::string signed_value(double value) { return (value < 0 ? "−" : "+") + few_decimals(std::abs(value)); }

/// The worst that is found of a rung: no better than another goes before too close.
std::string fault_of(const Map& map, const ValueLadder& ladder, const Id& rung) {
  const auto net = [&ladder](const Id& id) {
    const auto found = std::ranges::find(ladder.rungs, id, &OfferingRung::id);
    return found == ladder.rungs.end() ? 0 : found->value.net.value_or(0);
  };
  std::string close;
  for (const LadderFinding& finding : ladder.findings) {
    if (finding.rung != rung) continue;
    if (finding.fault == LadderFault::not_better)
      return fmt::format("{} {}", net(rung) < net(finding.below) ? "worth less than" : "no better than",
                         map.name_of(finding.below));
    if (finding.fault == LadderFault::too_close)
      close = fmt::format("too close to {}: {}", map.name_of(finding.below), signed_value(finding.step));
  }
  return close;
}

LadderRung rung_of(const Map& map, const ValueLadder& ladder, const OfferingRung& rung) {
  LadderRung made;
  made.id = rung.id;
  made.name = map.name_of(rung.id);
  made.price = rung.price;
  made.price_words = money_text(rung.price, map->currency);
  made.net = rung.value.net.value_or(0);
  made.parts = rung.value.parts;
  made.step = rung.value_step ? fmt::format("{} for {} more", signed_value(*rung.value_step),
                                            money_text(rung.price_step.value_or(0), map->currency))
                              : "the first step";
  made.fault = fault_of(map, ladder, rung.id);
  made.title = fmt::format("{}: {}, perceived value {} (worth {}, benefits {}, costs {}, drawbacks {}), {}", made.name,
                           made.price_words, few_decimals(made.net), few_decimals(made.parts.worth.value_or(0)),
                           few_decimals(made.parts.benefits.value_or(0)), few_decimals(made.parts.costs.value_or(0)),
                           few_decimals(made.parts.drawbacks.value_or(0)), made.step);
  if (!made.fault.empty()) made.title += "; " + made.fault;
  return made;
}

void find(const ValueLadder& ladder, LadderDiagram& diagram) {
  auto& finding = diagram.words.finding;
  const auto faulty = static_cast<std::size_t>(
      std::ranges::count_if(diagram.rungs, [](const LadderRung& rung) { return !rung.fault.empty(); }));
  const bool many = std::ranges::count(ladder.findings, LadderFault::too_many, &LadderFinding::fault) > 0;
  diagram.words.bar = faulty > 0 || many ? Tone::gap : Tone::gain;
  if (diagram.rungs.size() == 1) {
    diagram.words.bar = Tone::accent;
    finding.push_back({"One rung is no ladder yet", Tone::accent});
    finding.push_back({": there is nothing to step up to", Tone::plain});
    return;
  }
  if (faulty == 0) {
    finding.push_back({"Every rung is clearly better than the one below it", Tone::gain});
  } else {
    const LadderRung& first =
        *std::ranges::find_if(diagram.rungs, [](const LadderRung& r) { return !r.fault.empty(); });
    const std::size_t steps = diagram.rungs.size() - 1;
    finding.push_back({fmt::format("{} of {} {} {} too little", faulty, steps, steps == 1 ? "step up" : "steps up",
                                   faulty == 1 ? "adds" : "add"),
                       Tone::gap});
    finding.push_back({fmt::format(": {} is {}", first.name, first.fault), Tone::plain});
    if (faulty > 1) finding.push_back({fmt::format(", and {} more", faulty - 1), Tone::plain});
  }
  if (many)
    finding.push_back({fmt::format("; {} rungs are more than the {} that people choose between", diagram.rungs.size(),
                                   ladder.most_rungs),
                       Tone::gap});
}

std::string note_of(const Map& map, const ValueLadder& ladder) {
  if (ladder.off.empty()) return "Perceived value = (worth + benefits) − (costs + drawbacks)";
  return "Without a price or all four parts of value: " + first_names(map, ladder.off);
}

}  // namespace

LadderDiagram build_ladder(const Map& map, const DiagramOptions&) {
  const ValueLadder ladder = find_value_ladder(map);
  LadderDiagram diagram;
  diagram.currency = map->currency;
  diagram.margin = ladder.margin;
  for (const OfferingRung& rung : ladder.rungs) diagram.rungs.push_back(rung_of(map, ladder, rung));
  ChartWords& words = diagram.words;
  words.title = map->title + ": what each step up gives";
  words.question = "Does every dearer offering give the customer clearly more than the one below it?";
  words.source = map->title + " · value ladder";
  if (map->date) words.source += " · " + to_words(*map->date);
  if (!map->offerings.empty())
    words.source += fmt::format(" · parts of value {}–{}, a rung adds {} or more", few_decimals(map->scale.min),
                                few_decimals(map->scale.max), few_decimals(ladder.margin));
  diagram.nothing = {
      "No offerings to compare yet",
      "Give each of two or more offerings its price, and how customers rate its worth to them, its benefits, "
      "its costs and its drawbacks."};
  if (!map->offerings.empty()) words.note = note_of(map, ladder);
  if (!diagram.rungs.empty()) find(ladder, diagram);
  return diagram;
}

}  // namespace outmap
