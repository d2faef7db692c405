#include "model/analysis/summary.hpp"

#include <algorithm>
#include <array>

#include "model/analysis/firm_value.hpp"
#include "model/analysis/levels.hpp"
#include "model/format/field.hpp"
#include "model/format/map_file.hpp"

namespace outmap {
namespace {

std::vector<Count> count_elements(const Map& map) {
  std::array<std::size_t, element_kinds.size()> counts{};
  for (const ElementRef& ref : map.by_id()) ++counts[static_cast<std::size_t>(ref.kind)];
  std::vector<Count> all;
  for (const ElementKindName& name : element_kinds) {
    all.push_back({name.plural, counts[static_cast<std::size_t>(name.kind)]});
  }
  return all;
}

/// Lists of the map whose records have no id, found by the description of fields.
std::vector<Count> count_rows(const Map& map) {
  std::vector<Count> all;
  // Fields are described of a MapFile, which adds nothing to the lists that are looked at here.
  void* content = const_cast<MapFile*>(static_cast<const MapFile*>(&map.content()));
  for (const Field& field : map_record().fields()) {
    if (field.type != FieldType::records || field.access.count == nullptr || field.record->find("id") != nullptr)
      continue;
    all.push_back({field.name, field.access.count(field.access.get(content))});
  }
  return all;
}

MoneySum sum_firm_value(const Map& map) {
  MoneySum sum;
  sum.of = map->customers.size();
  for (const Customer& customer : map->customers) {
    const auto total = total_firm_value(customer);
    if (!total) continue;
    sum.total += *total;
    ++sum.given;
  }
  return sum;
}

MoneySum sum_initiative_cost(const Map& map) {
  MoneySum sum;
  for (const Initiative& initiative : map->initiatives) {
    if (initiative.status == InitiativeStatus::stopped) continue;
    ++sum.of;
    if (!initiative.cost) continue;
    sum.total += *initiative.cost;
    ++sum.given;
  }
  return sum;
}

std::vector<JourneySummary> list_journeys(const Map& map) {
  std::vector<JourneySummary> all;
  for (const Journey& journey : map->journeys) {
    JourneySummary& told =
        all.emplace_back(JourneySummary{journey.id, journey.name, journey.when, journey.customers, {}});
    for (const Stage& stage : journey.stages) {
      told.stages.push_back({stage.id, stage.name, stage.touchpoints.size(), stage.outcomes.size()});
    }
  }
  return all;
}

std::vector<std::string> list_missing(const Map& map, const MapSummary& summary) {
  std::vector<std::string> missing;
  const auto tell = [&](bool is_missing, std::string_view what) {
    if (is_missing) missing.emplace_back(what);
  };
  tell(!summary.date, "no date of the map: the newest date in it counts as today");
  tell(map->customers.empty(), "no customer: nobody whose value could be seen");
  tell(map->partners.empty(), "no partner: who else reaches the customers stays unseen");
  tell(map->needs.empty(), "no need: what customers want in their own words is not told");
  tell(map->journeys.empty(), "no journey: nothing for a journey map to show");
  tell(map->outcomes.empty(), "no outcome: no gap can be found");
  tell(map->initiatives.empty(), "no initiative: nothing that closes a gap");
  tell(map->relations.empty(), "no relation: ties are known from shared attributes only");
  tell(map->influences.empty(), "no influence: a what-if knows only what initiatives close");
  tell(map->evidence.empty(), "no evidence: every claim stands on its author's word");
  tell(map->readings.empty(), "no reading: levels are stated, not measured");
  tell(!map->customers.empty() && summary.firm_value.given == 0, "no value to the firm: priorities go by reach alone");
  return missing;
}

}  // namespace

MapSummary summarise(const Map& map, std::optional<Date> asked) {
  MapSummary summary;
  summary.title = map->title;
  summary.author = map->author;
  summary.currency = map->currency;
  summary.scale = map->scale;
  summary.date = map->date;
  summary.as_of = as_of(map, asked);
  const DateSpan observed = observed_dates(map);
  summary.first = observed.first;
  summary.last = observed.last;
  summary.elements = count_elements(map);
  summary.rows = count_rows(map);
  for (const Customer& customer : map->customers) summary.heads += customer.size;
  summary.firm_value = sum_firm_value(map);
  summary.initiative_cost = sum_initiative_cost(map);
  summary.journeys = list_journeys(map);
  summary.missing = list_missing(map, summary);
  return summary;
}

}  // namespace outmap
