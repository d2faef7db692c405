#include "model/scenario/apply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/format/reader.hpp"
#include "model/scenario/set_value.hpp"

namespace outmap {
namespace {

/// Appends the lists of an addition to those of a map.
void append_lists(MapContent& content, const MapFile& addition) {
  const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  append(content.practices, addition.practices);
  append(content.monitoring, addition.monitoring);
  append(content.evaluation, addition.evaluation);
  append(content.customers, addition.customers);
  append(content.partners, addition.partners);
  append(content.needs, addition.needs);
  append(content.journeys, addition.journeys);
  append(content.touchpoints, addition.touchpoints);
  append(content.outcomes, addition.outcomes);
  append(content.offerings, addition.offerings);
  append(content.processes, addition.processes);
  append(content.initiatives, addition.initiatives);
  append(content.competitors, addition.competitors);
  append(content.factors, addition.factors);
  append(content.relations, addition.relations);
  append(content.influences, addition.influences);
  append(content.evidence, addition.evidence);
  append(content.readings, addition.readings);
  append(content.journals, addition.journals);
  append(content.harvest, addition.harvest);
  append(content.offers, addition.offers);
  append(content.clusters, addition.clusters);
  append(content.ratings, addition.ratings);
  append(content.kano, addition.kano);
  append(content.feedback, addition.feedback);
  append(content.prices, addition.prices);
}

/// Makes the changes one after the other.
class Application {
 public:
  Application(const Map& map, const Scenario& scenario, Diagnostics& problems)
      : scenario_(scenario), problems_(problems), content_(map.content()) {}

  AppliedScenario run() {
    for (std::size_t i = 0; i < scenario_.changes.size(); ++i) {
      path_ = fmt::format("{}/changes/{}", scenario_.path, i);
      make(scenario_.changes[i]);
    }
    check_named(scenario_.initial, scenario_.path + "/initial");
    for (std::size_t i = 0; i < scenario_.sweep.size(); ++i) {
      known(scenario_.sweep[i].act, fmt::format("{}/sweep/{}/act", scenario_.path, i));
    }
    finish();
    return std::move(applied_);
  }

 private:
  void make(const ScenarioChange& change) {
    add(change.add);
    for (const SetValue& value : change.set) set(value);
    for (std::size_t i = 0; i < change.reweight.size(); ++i)
      reweight(change.reweight[i], fmt::format("{}/reweight/{}", path_, i));
    remove(change.remove);
    check_named(change.act, path_ + "/act");
    for (const IdNumber& act : change.act) hold(act);
  }

  void add(const MapAddition& addition) {
    for (const Field& field : map_record().fields()) {
      if (field.access.count == nullptr) continue;
      const std::size_t there = field.access.count(field.access.get(static_cast<MapFile*>(&content_)));
      const std::size_t more =
          field.access.count(field.access.get(const_cast<MapFile*>(static_cast<const MapFile*>(&addition))));
      for (std::size_t i = 0; i < more; ++i) {
        origins_.emplace_back(fmt::format("/{}/{}", field.name, there + i),
                              fmt::format("{}/add/{}/{}", path_, field.name, i));
      }
    }
    append_lists(content_, addition);
  }

  void set(const SetValue& value) {
    const std::string path = path_ + "/set" + pointer_step(value.field);
    std::string where;
    set_field(content_, value, path, problems_, where);
    origins_.emplace_back(where, path);
    const auto dot = value.field.find('.');
    if (dot == std::string::npos) return;
    const std::string field = value.field.substr(dot + 1);
    if (field == "current") supersede(value.field.substr(0, dot), std::nullopt);
    if (field == "emotion") supersede(value.field.substr(0, dot), ReadingPart::emotion);
    if (field.starts_with("value.")) {
      if (const auto part = choice_of<ReadingPart>(field.substr(6))) supersede(value.field.substr(0, dot), part);
    }
  }

  void supersede(const Id& id, std::optional<ReadingPart> part) {
    const auto erased = std::erase_if(content_.readings,
                                      [&](const Reading& reading) { return reading.of == id && reading.part == part; });
    if (erased > 0) applied_.superseded.push_back(id);
  }

  void reweight(const Reweight& change, const std::string& path) {
    bool found = false;
    std::erase_if(content_.influences, [&](Influence& influence) {
      if (influence.from != change.from || influence.to != change.to) return false;
      influence.weight = change.weight;
      return std::exchange(found, true);  // of several between the two one stays: their sum is what was meant
    });
    if (found) return applied_.reweighted.push_back(change);
    if (!known(change.from, path + "/from") || !known(change.to, path + "/to")) return;
    problems_.add({"scenario.unknown-influence",
                   Severity::error,
                   {},
                   path,
                   fmt::format("the map has no influence from '{}' to '{}'", change.from, change.to),
                   "add one: add: {influences: [{from: …, to: …, weight: …}]}"});
  }

  void remove(const Ids& ids) {
    if (ids.empty()) return;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!known(ids[i], fmt::format("{}/remove/{}", path_, i))) return;
    }
    to_remove_.insert(to_remove_.end(), ids.begin(), ids.end());
  }

  void hold(const IdNumber& act) {
    const auto held = std::ranges::find(applied_.held, act.id, &IdNumber::id);
    if (held == applied_.held.end()) {
      applied_.held.push_back(act);
    } else {
      held->value = act.value;
    }
  }

  bool known(const Id& id, const std::string& path) {
    const ElementIndex index(content_);
    const bool gone = std::ranges::find(to_remove_, id) != to_remove_.end();
    if (index.find(content_, id) && !gone) return true;
    problems_.add({"scenario.unknown-id",
                   Severity::error,
                   {},
                   path,
                   gone ? fmt::format("'{}' was removed before", id) : fmt::format("no element has the id '{}'", id),
                   gone ? std::string() : nearest_id_hint(content_, id)});
    return false;
  }

  void check_named(const IdNumbers& numbers, const std::string& path) {
    for (const IdNumber& number : numbers) known(number.id, path + pointer_step(number.id));
  }

  void finish() {
    if (problems_.has_errors()) return;
    Diagnostics found;
    applied_.removed = to_remove_;
    applied_.before_removal = Map::make(content_, found);
    if (applied_.before_removal && to_remove_.empty()) {
      applied_.map = applied_.before_removal;
    } else if (applied_.before_removal) {
      applied_.gone = remove_elements(content_, to_remove_);
      applied_.map = Map::make(std::move(content_), found);
    }
    for (Diagnostic& problem : found.all()) {
      if (problem.severity != Severity::error) continue;  // today's map has its warnings already
      const bool about_other = !problem.also.empty() && path_in_scenario(problem.path) == scenario_.path + "/changes";
      problem.path = path_in_scenario(about_other ? problem.also : problem.path);
      problem.also.clear();
      problems_.add(std::move(problem));
    }
  }

  /// Where the scenario said what stands at this path of the changed map; the last word counts.
  std::string path_in_scenario(const std::string& map_path) const {
    std::string best = scenario_.path + "/changes";
    std::size_t length = 0;
    for (const auto& [where, path] : origins_) {
      const bool begins =
          map_path.starts_with(where) && (map_path.size() == where.size() || map_path[where.size()] == '/');
      if (where.empty() || !begins || where.size() < length) continue;
      length = where.size();
      best = path + map_path.substr(where.size());
    }
    return best;
  }

  const Scenario& scenario_;
  Diagnostics& problems_;
  struct Content : MapFile {
    explicit Content(const MapContent& content) { static_cast<MapContent&>(*this) = content; }
  } content_;
  std::string path_;
  Ids to_remove_;
  std::vector<std::pair<std::string, std::string>> origins_;  // path in the map, path in the scenario
  AppliedScenario applied_;
};

}  // namespace

AppliedScenario apply(const Map& map, const Scenario& scenario, Diagnostics& problems) {
  Diagnostics found;
  AppliedScenario applied = Application(map, scenario, found).run();
  problems.append(std::move(found));
  return applied;
}

}  // namespace outmap
