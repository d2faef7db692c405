// The persona and the words of a journey picture: numbers, money, emphasis, the finding.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "model/text/numbers.hpp"
#include "render/diagrams/journey_parts.hpp"

namespace outmap::journey_picture {
namespace {

constexpr double longest_stage_px = 150;
constexpr double longest_outcome_px = 380;
constexpr std::size_t most_names = 4;

std::string trait_text(const Attribute& attribute) {
  std::string name = attribute.name.text();
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  if (const bool* yes = std::get_if<bool>(&attribute.value)) return *yes ? name : "";
  return name + " " + to_text(attribute.value);
}

double total_size(const Map& map) {
  return std::accumulate(map->customers.begin(), map->customers.end(), 0.0,
                         [](double sum, const Customer& customer) { return sum + customer.size; });
}

std::vector<PersonaNeed> needs_of(const Map& map, const Customer& customer) {
  std::vector<PersonaNeed> needs;
  for (const Id& id : customer.needs)
    if (const Need* need = map.get<Need>(id))
      needs.push_back({id, label_of(*need, need->statement), need->quote, need->importance});
  std::stable_sort(needs.begin(), needs.end(), [](const PersonaNeed& a, const PersonaNeed& b) {
    return a.importance.value_or(-1) > b.importance.value_or(-1);
  });
  return needs;
}

/// Stages in the order of `weight`, largest first, ties by id: the fewest that carry half of the total, at most a
/// third.
std::vector<JourneyStage*> carriers_of_half(std::vector<JourneyStage>& stages, double (*weight)(const JourneyStage&)) {
  std::vector<JourneyStage*> order;
  double total = 0;
  for (JourneyStage& stage : stages) {
    total += weight(stage);
    order.push_back(&stage);
  }
  std::sort(order.begin(), order.end(), [&](const JourneyStage* a, const JourneyStage* b) {
    return weight(*a) != weight(*b) ? weight(*a) > weight(*b) : a->id < b->id;
  });
  const std::size_t most = (stages.size() + 2) / 3;
  std::size_t count = 0;
  double carried = 0;
  while (count < most && carried < total / 2 && weight(*order[count]) > 0) carried += weight(*order[count++]);
  order.resize(count);
  return order;
}

double gap_of(const JourneyStage& stage) { return stage.gap_weight; }
double gap_left_of(const JourneyStage& stage) { return stage.gap_weight_left; }
double gained_by(const JourneyStage& stage) { return std::max(0.0, stage.gap_weight - stage.gap_weight_left); }

double total_of(const std::vector<JourneyStage>& stages, double (*weight)(const JourneyStage&)) {
  return std::accumulate(stages.begin(), stages.end(), 0.0,
                         [&](double sum, const JourneyStage& stage) { return sum + weight(stage); });
}

void mark_plan(JourneyDiagram& journey) {
  for (JourneyStage& stage : journey.stages)
    if (stage.gap_weight > 0 && stage.change != Change::gone)
      stage.closed = 1 - stage.gap_weight_left / stage.gap_weight;
  if (journey.stages.size() < 2) return;
  for (JourneyStage* stage : carriers_of_half(journey.stages, gained_by)) stage->emphasis = Emphasis::gain;
  const auto kept = [](const JourneyStage& stage) { return stage.change == Change::gone ? 0 : stage.gap_weight_left; };
  const auto most = std::max_element(journey.stages.begin(), journey.stages.end(),
                                     [&](const JourneyStage& a, const JourneyStage& b) { return kept(a) < kept(b); });
  if (kept(*most) > 0 && most->emphasis == Emphasis::none) most->emphasis = Emphasis::remains;
}

/// Whole percents that make up 100, by largest remainders, ties by id: else what stages are said to carry would differ
/// from the sum of what stands at each of them.
void round_shares(std::vector<JourneyStage>& stages) {
  int left = 100;
  std::vector<JourneyStage*> order;
  for (JourneyStage& stage : stages) {
    stage.share_percent = static_cast<int>(100 * *stage.share);
    left -= stage.share_percent;
    order.push_back(&stage);
  }
  const auto remainder = [](const JourneyStage& stage) { return 100 * *stage.share - stage.share_percent; };
  std::sort(order.begin(), order.end(), [&](const JourneyStage* a, const JourneyStage* b) {
    return remainder(*a) != remainder(*b) ? remainder(*a) > remainder(*b) : a->id < b->id;
  });
  for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) ++order[i]->share_percent;
}

/// By importance x gap, as the stages are ranked.
const JourneyOutcome* largest_gap(const JourneyDiagram& journey) {
  const JourneyOutcome* widest = nullptr;
  const auto before = [](const JourneyOutcome& a, const JourneyOutcome& b) {
    if (a.weighted_gap() != b.weighted_gap()) return a.weighted_gap() > b.weighted_gap();
    if (a.levels.gap() != b.levels.gap()) return a.levels.gap() > b.levels.gap();
    return a.id < b.id;
  };
  for (const JourneyStage& stage : journey.stages)
    for (const JourneyOutcome& outcome : stage.outcomes)
      if (outcome.levels.gap() > 0 && (!widest || before(outcome, *widest))) widest = &outcome;
  return widest;
}

/// Names with commas and a last 'and'; each may be cut.
void add_names(const std::vector<std::string>& names, Meaning meaning, std::vector<FindingPart>& parts) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) parts.push_back({i + 1 == names.size() ? " and " : ", ", meaning, 0});
    parts.push_back({"‘", meaning, 0});
    parts.push_back({names[i], meaning, longest_stage_px});
    parts.push_back({"’", meaning, 0});
  }
}

std::vector<std::string> emphasised(const JourneyDiagram& journey, Emphasis emphasis) {
  std::vector<std::string> names;
  for (const JourneyStage& stage : journey.stages)
    if (stage.emphasis == emphasis) names.push_back(stage.name);
  return names;
}

/// "stands at 74 % and should reach 90 %", "stands at 2.5 of 10 and should reach 8".
std::string level_words(const JourneyOutcome& outcome) {
  const bool from_zero = outcome.scale.min == 0;
  const std::string unit = outcome.unit.empty() ? "" : " " + outcome.unit;
  std::string words = "stands at " + few_decimals(*outcome.stated.now) + unit;
  if (unit.empty() && from_zero) words += " of " + few_decimals(outcome.scale.max);
  words += " and should reach " + few_decimals(*outcome.stated.wanted) + unit;
  if (unit.empty() && !from_zero)
    words += " on a scale of " + few_decimals(outcome.scale.min) + " to " + few_decimals(outcome.scale.max);
  return words;
}

void add_widest(const JourneyOutcome& outcome, const std::string& lead, std::vector<FindingPart>& parts) {
  parts.push_back({lead + "‘", Meaning::plain, 0});
  parts.push_back({outcome.name, Meaning::plain, longest_outcome_px});
  parts.push_back({"’ " + level_words(outcome) + ".", Meaning::plain, 0});
}

/// The stage with the widest gap.
const JourneyStage& widest_stage(const JourneyDiagram& journey) {
  return *std::max_element(journey.stages.begin(), journey.stages.end(),
                           [](const JourneyStage& a, const JourneyStage& b) { return a.value.gap() < b.value.gap(); });
}

void add_widest_stage(const JourneyStage& widest, const std::string& lead, std::vector<FindingPart>& parts) {
  if (widest.value.gap() <= 0) return;
  parts.push_back({lead, Meaning::plain, 0});
  add_names({widest.name}, Meaning::plain, parts);
  parts.push_back({", where value stands at " + few_decimals(*widest.value.now) + " of 10 and should reach " +
                       few_decimals(*widest.value.wanted) + ".",
                   Meaning::plain, 0});
}

std::vector<FindingPart> todays_finding(const JourneyDiagram& journey, std::size_t most_named) {
  std::vector<FindingPart> parts;
  const std::vector<std::string> names = emphasised(journey, Emphasis::focus);
  if (!names.empty()) {
    int percent = 0;
    for (const JourneyStage& stage : journey.stages)
      if (stage.emphasis == Emphasis::focus) percent += stage.share_percent;
    if (names.size() > most_named)
      parts.push_back({fmt::format("{} of {} stages", names.size(), journey.stages.size()), Meaning::plain, 0});
    else
      add_names(names, Meaning::plain, parts);
    parts.push_back({names.size() == 1 ? " carries " : " carry ", Meaning::plain, 0});
    parts.push_back({percent_text(percent / 100.0) + " of the gap", Meaning::gap, 0});
    parts.push_back({".", Meaning::plain, 0});
  }
  const std::string space = parts.empty() ? "" : " ";
  const JourneyOutcome* outcome = largest_gap(journey);
  const JourneyStage& stage = widest_stage(journey);
  // Where value is stated by kind the stage may be wider than any outcome.
  const bool by_kind = std::ranges::none_of(stage.outcomes, [](const auto& each) { return each.levels.gap() > 0; });
  if (outcome && !(by_kind && stage.value.gap() > outcome->levels.gap() + 1e-9))
    add_widest(*outcome, space + (parts.empty() ? "Largest gap: " : "Largest: "), parts);
  else
    add_widest_stage(stage, space + (parts.empty() ? "Widest gap at " : "Widest at "), parts);
  return parts;
}

std::vector<std::string> losers_of(const JourneyDiagram& journey) {
  std::vector<std::string> names;
  for (const JourneyStage& stage : journey.stages)
    for (const JourneyOutcome& outcome : stage.outcomes)
      if (outcome.levels.now && outcome.levels.planned && *outcome.levels.planned < *outcome.levels.now - 0.1)
        add_once(names, outcome.name);
  return names;
}

void add_losers(const JourneyDiagram& journey, const std::string& lead, std::vector<FindingPart>& parts) {
  const std::vector<std::string> losers = losers_of(journey);
  if (losers.empty()) return;
  parts.push_back({lead, Meaning::plain, 0});
  if (losers.size() > 1) {
    parts.push_back({fmt::format("{} outcomes get worse", losers.size()), Meaning::loss, 0});
    return;
  }
  parts.push_back({"‘", Meaning::loss, 0});
  parts.push_back({losers.front(), Meaning::loss, longest_outcome_px});
  parts.push_back({"’ gets worse", Meaning::loss, 0});
}

std::string lower_first(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

/// What the plan does to the whole gap, and where.
std::vector<FindingPart> effect_of_plan(const JourneyDiagram& journey, std::size_t most_named) {
  const double before = total_of(journey.stages, gap_of);
  if (before <= 0) return {{journey.cause + " keeps what is there: no gap is stated", Meaning::plain, 0}};
  const double closed = 1 - total_of(journey.stages, gap_left_of) / before;
  const std::vector<std::string> gains = emphasised(journey, Emphasis::gain);
  std::vector<FindingPart> parts;
  if (closed >= 0.005)
    parts = {{journey.cause + " closes ", Meaning::plain, 0}, {percent_text(closed) + " of the gap", Meaning::gain, 0}};
  else if (closed > -0.005)
    parts = {{"On balance " + lower_first(journey.cause) + " closes none of the gap", Meaning::plain, 0}};
  else
    parts = {{"On balance " + lower_first(journey.cause) + " ", Meaning::plain, 0},
             {"widens the gap by " + percent_text(-closed), Meaning::loss, 0}};
  if (gains.empty()) return parts;
  parts.push_back({closed >= 0.005 ? ", most of it at " : ", with gains at ", Meaning::plain, 0});
  if (gains.size() > most_named)
    parts.push_back({fmt::format("{} {}", gains.size(), gains.size() == 1 ? "stage" : "stages"), Meaning::plain, 0});
  else
    add_names(gains, Meaning::plain, parts);
  return parts;
}

std::vector<FindingPart> finding_of_plan(const JourneyDiagram& journey, std::size_t most_named) {
  std::vector<FindingPart> parts = effect_of_plan(journey, most_named);
  parts.push_back({".", Meaning::plain, 0});
  const std::vector<std::string> remains = emphasised(journey, Emphasis::remains);
  if (!remains.empty()) {
    parts.push_back({" The largest part left is at ", Meaning::plain, 0});
    add_names(remains, Meaning::gap, parts);
  }
  add_losers(journey, remains.empty() ? " " : "; ", parts);
  if (parts.back().text != ".") parts.push_back({".", Meaning::plain, 0});
  return parts;
}

bool any_level(const JourneyDiagram& journey) {
  return std::any_of(journey.stages.begin(), journey.stages.end(), [](const JourneyStage& stage) {
    return stage.value.now.has_value() && stage.value.wanted.has_value();
  });
}

}  // namespace

std::string label_of(const Element& element, const std::string& statement) {
  return element.name != element.id || statement.empty() ? element.name : statement;
}

std::string part_of_customers(const JourneyView& view) {
  const Ids& ids = view.today->customers;
  if (!view.customer || ids.size() < 2 || !contains(ids, view.customer->id)) return "";
  const bool segments = std::all_of(ids.begin(), ids.end(), [&](const Id& id) {
    const Customer* customer = view.map.get<Customer>(id);
    return customer && customer->size > 1;
  });
  return fmt::format("one of {} {} on this journey", ids.size(), segments ? "segments" : "customers");
}

Persona describe_persona(const JourneyView& view) {
  const Customer& customer = *view.customer;
  Persona persona;
  persona.id = customer.id;
  persona.name = customer.name;
  for (const Attribute& attribute : customer.attributes)
    if (std::string text = trait_text(attribute); !text.empty()) persona.traits.push_back(std::move(text));
  if (customer.size > 1) persona.size = customer.size;
  if (const double all = total_size(view.map); persona.size && view.map->customers.size() > 1 && all > 0)
    persona.share = customer.size / all;
  persona.value = customer.perceived_value;
  persona.scale = view.map->scale;
  persona.needs = needs_of(view.map, customer);
  return persona;
}

void mark_emphasis(JourneyDiagram& journey) {
  const double total = total_of(journey.stages, gap_of);
  if (journey.stages.size() > 1 && total > 0) {
    for (JourneyStage& stage : journey.stages) stage.share = stage.gap_weight / total;
    round_shares(journey.stages);
  }
  if (journey.compare) return mark_plan(journey);
  if (journey.stages.size() > 1)
    for (JourneyStage* stage : carriers_of_half(journey.stages, gap_of)) stage->emphasis = Emphasis::focus;
}

namespace {

std::vector<FindingPart> finding_naming(const JourneyDiagram& journey, std::size_t most_named) {
  if (journey.stages.empty()) return {{"Nothing to show yet: the journey has no stages.", Meaning::plain, 0}};
  if (!any_level(journey))
    return {{"Not measured yet: no stage says both what the customer gets and what is wanted.", Meaning::plain, 0}};
  if (journey.compare) return finding_of_plan(journey, most_named);
  std::vector<FindingPart> parts = todays_finding(journey, most_named);
  if (parts.empty()) parts = {{"Every stage with a level gives what is wanted.", Meaning::gain, 0}};
  return parts;
}

}  // namespace

void put_into_words(JourneyDiagram& journey) {
  journey.finding = finding_naming(journey, most_names);
  journey.short_finding = finding_naming(journey, 0);
}

}  // namespace outmap::journey_picture
