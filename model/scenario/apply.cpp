#include "model/scenario/apply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/format/reader.hpp"
#include "model/map/traverse.hpp"
#include "model/scenario/change_places.hpp"
#include "model/scenario/map_lists.hpp"
#include "model/scenario/set_value.hpp"

namespace outmap {
namespace {

/// Appends the lists of an addition to those of a map.
void append_lists(MapContent& content, const MapFile& addition) {
  for_each_list([&](std::string_view, auto list) {
    (content.*list).insert((content.*list).end(), (addition.*list).begin(), (addition.*list).end());
  });
}

bool brings_anything(const MapAddition& addition) {
  bool any = false;
  for_each_list([&](std::string_view, auto list) { any = any || !(addition.*list).empty(); });
  return any;
}

/// The ids of everything that an addition brings.
Ids ids_of(const MapAddition& addition) {
  Ids ids;
  for_each_element(static_cast<const MapContent&>(addition),
                   [&ids](ElementRef, const Element& element) { ids.push_back(element.id); });
  return ids;
}

bool contains(const Ids& ids, const Id& id) { return std::ranges::find(ids, id) != ids.end(); }

/// Makes the changes one after the other.
class Application {
 public:
  Application(const Map& map, const Scenario& scenario, Diagnostics& problems)
      : map_(map), scenario_(scenario), problems_(problems) {}

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
    if (!brings_anything(addition)) return;
    places_.note_added(now(), addition, path_);
    if (keeps_) kept_places_.note_added(kept(), addition, path_);
    replace(ids_of(addition));
    append_lists(edited(), addition);
    if (keeps_) append_lists(edited_kept(), addition);
    index_.reset();
  }

  /// What was removed and comes back is a new element: the old one leaves for good, and its effects with it.
  void replace(const Ids& added) {
    if (!keeps_) return;
    const ElementIndex present(now()), before(kept());
    Ids old;
    for (const Id& id : added) {
      if (before.find(id) && !present.find(id)) old.push_back(id);
    }
    if (old.empty()) return;
    remove_elements(edited_kept(), old);
    std::erase_if(applied_.removed, [&](const Id& id) { return contains(old, id); });
    std::erase_if(applied_.gone, [&](const Removed& gone) { return contains(old, gone.id); });
  }

  void set(const SetValue& value) {
    const std::string path = path_ + "/set" + pointer_step(value.field);
    std::string where;
    set_field(edited(), value, path, problems_, where);
    const auto dot = value.field.find('.');
    const Id element = value.field.substr(0, dot);
    places_.note_set(now(), element, where, path);
    if (keeps_) {
      Diagnostics told_already;
      set_field(edited_kept(), value, path, told_already, where);
      kept_places_.note_set(kept(), element, where, path);
    }
    if (dot == std::string::npos) return;
    const std::string field = value.field.substr(dot + 1);
    if (field == "current") supersede(element, std::nullopt);
    if (field == "emotion") supersede(element, ReadingPart::emotion);
    if (field.starts_with("value.")) {
      if (const auto part = choice_of<ReadingPart>(field.substr(6))) supersede(element, part);
    }
  }

  void supersede(const Id& id, std::optional<ReadingPart> part) {
    const auto of_it = [&](const Reading& reading) { return reading.of == id && reading.part == part; };
    const auto erased = std::erase_if(edited().readings, of_it);
    if (keeps_) std::erase_if(edited_kept().readings, of_it);
    if (erased > 0 && !contains(applied_.superseded, id)) applied_.superseded.push_back(id);
  }

  void reweight(const Reweight& change, const std::string& path) {
    if (keeps_) weigh_anew(edited_kept(), change);
    if (weigh_anew(edited(), change)) return applied_.reweighted.push_back(change);
    const bool from_known = known(change.from, path + "/from");
    if (!known(change.to, path + "/to") || !from_known) return;
    problems_.add({"scenario.unknown-influence",
                   Severity::error,
                   {},
                   path,
                   fmt::format("the map has no influence from '{}' to '{}'", change.from, change.to),
                   "add one: add: {influences: [{from: …, to: …, weight: …}]}"});
  }

  /// Whether there was one. Of several between the two one stays: their sum is what was meant.
  static bool weigh_anew(MapContent& content, const Reweight& change) {
    bool found = false;
    std::erase_if(content.influences, [&](Influence& influence) {
      if (influence.from != change.from || influence.to != change.to) return false;
      influence.weight = change.weight;
      return std::exchange(found, true);
    });
    return found;
  }

  void remove(const Ids& ids) {
    Ids there;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (known(ids[i], fmt::format("{}/remove/{}", path_, i)) && !contains(there, ids[i])) there.push_back(ids[i]);
    }
    if (there.empty()) return;
    if (!keeps_) {
      keeps_ = true;
      kept_ = content_;
      kept_places_ = places_;
    }
    const std::vector<std::size_t> sizes = ChangePlaces::sizes_of(now());
    for (const Removed& gone : remove_elements(edited(), there)) count_gone(gone);
    places_.note_removed(sizes, now());
    applied_.removed.insert(applied_.removed.end(), there.begin(), there.end());
    std::erase_if(applied_.held, [&](const IdNumber& act) { return contains(there, act.id); });
    index_.reset();
  }

  /// Elements by id first, then rows by list, over all steps together.
  void count_gone(const Removed& gone) {
    auto& all = applied_.gone;
    const auto rows = std::ranges::find_if(all, [](const Removed& one) { return one.id.empty(); });
    if (!gone.id.empty()) {
      all.insert(std::ranges::upper_bound(all.begin(), rows, gone.id, {}, &Removed::id), gone);
      return;
    }
    const auto known = std::find_if(rows, all.end(), [&](const Removed& one) { return one.what == gone.what; });
    if (known == all.end()) {
      all.push_back(gone);
    } else {
      known->count += gone.count;
    }
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
    if (is_there(id)) return true;
    const bool gone =
        contains(applied_.removed, id) || std::ranges::find(applied_.gone, id, &Removed::id) != applied_.gone.end();
    problems_.add({"scenario.unknown-id",
                   Severity::error,
                   {},
                   path,
                   gone ? fmt::format("'{}' was removed before", id) : fmt::format("no element has the id '{}'", id),
                   gone ? std::string() : nearest_id_hint(now(), id)});
    return false;
  }

  bool is_there(const Id& id) {
    if (!content_) return map_.find(id).has_value();
    if (!index_) index_.emplace(*content_);
    return index_->find(id).has_value();
  }

  void check_named(const IdNumbers& numbers, const std::string& path) {
    for (const IdNumber& number : numbers) known(number.id, path + pointer_step(number.id));
  }

  void finish() {
    if (problems_.has_errors()) return;
    applied_.edited = content_.has_value();
    applied_.map = content_ ? checked(*std::move(content_), places_) : map_;
    if (!applied_.map) return;
    applied_.before_removal = !keeps_ ? applied_.map : kept_ ? checked(*std::move(kept_), kept_places_) : map_;
    if (!applied_.before_removal) applied_.map.reset();
  }

  /// The map that `content` makes; broken rules are told where the scenario breaks them.
  std::optional<Map> checked(MapContent content, const ChangePlaces& places) {
    Diagnostics found;
    std::optional<Map> map = Map::make(std::move(content), found);
    const std::string whole = scenario_.path + "/changes";
    for (Diagnostic& problem : found.all()) {
      if (problem.severity != Severity::error) continue;  // today's map has its warnings already
      const bool about_other = !problem.also.empty() && places.path_in_scenario(problem.path, whole) == whole;
      problem.path = places.path_in_scenario(about_other ? problem.also : problem.path, whole);
      problem.also.clear();
      problems_.add(std::move(problem));
    }
    return map;
  }

  /// The content with every change made so far.
  const MapContent& now() const { return content_ ? *content_ : map_.content(); }

  /// The same to be changed: copied for the first change, since most scenarios only hold elements.
  MapContent& edited() {
    if (!content_) content_ = map_.content();
    return *content_;
  }

  /// The same as now() and edited(), with what was removed.
  const MapContent& kept() const { return kept_ ? *kept_ : map_.content(); }
  MapContent& edited_kept() {
    if (!kept_) kept_ = map_.content();
    return *kept_;
  }

  const Map& map_;
  const Scenario& scenario_;
  Diagnostics& problems_;
  std::optional<MapContent> content_;  // see now()
  ChangePlaces places_;                // in content_
  bool keeps_ = false;                 // from the first removal on
  std::optional<MapContent> kept_;     // see kept()
  ChangePlaces kept_places_;           // in kept_
  std::optional<ElementIndex> index_;  // of content_, until elements come or go
  std::string path_;
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
