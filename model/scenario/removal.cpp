#include "model/scenario/removal.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include "model/format/types/types.hpp"
#include "model/map/traverse.hpp"

namespace outmap {
namespace {

/// The ids that go, asked of every reference of a map. They are few as a rule, and told apart by their length.
class Gone {
 public:
  explicit Gone(const std::set<Id>& ids) {
    if (ids.size() <= 8) few_.assign(ids.begin(), ids.end());
    if (ids.size() > 8) many_.insert(ids.begin(), ids.end());
  }
  bool contains(std::string_view id) const {
    return std::ranges::find(few_, id) != few_.end() || (!many_.empty() && many_.contains(id));
  }

 private:
  std::vector<std::string_view> few_;
  std::unordered_set<std::string_view> many_;
};

template <class List, class GetId>
void drop(List& list, const Gone& gone, GetId id_of) {
  std::erase_if(list, [&](const auto& entry) { return gone.contains(id_of(entry)); });
}

bool detach(const RecordType& type, void* record, const Gone& gone);

bool names_any(const Field& field, const void* member, const Gone& gone) {
  bool found = false;
  field.access.visit_ids(member, [&](std::string_view id, const Where&) { found = found || gone.contains(id); });
  return found;
}

/// Takes what is gone out of one field; false where the record cannot be without it.
bool detach_field(const Field& field, void* member, const Gone& gone) {
  switch (field.type) {
    case FieldType::reference:
      if (!names_any(field, member, gone)) return true;
      field.access.clear(member);
      return !field.required;
    case FieldType::references:
      drop(*static_cast<Ids*>(member), gone, [](const Id& id) -> std::string_view { return id; });
      return true;
    case FieldType::id_numbers:
      drop(*static_cast<IdNumbers*>(member), gone,
           [](const IdNumber& number) -> std::string_view { return number.id; });
      return true;
    case FieldType::holders:
      drop(static_cast<Holders*>(member)->list, gone,
           [](const Holder& holder) -> std::string_view { return holder.id; });
      return true;
    case FieldType::keyed_records:
      drop(*static_cast<std::vector<StageView>*>(member), gone,
           [](const StageView& view) -> std::string_view { return view.customer; });
      return true;
    default:
      return true;
  }
}

/// Takes what is gone out of a record and of those below it; false where it cannot be without.
bool detach(const RecordType& type, void* record, const Gone& gone) {
  bool stays = true;
  for (const Field& field : type.fields()) {
    void* member = field.access.get(record);
    if (!field.refers_to.empty() || field.type == FieldType::keyed_records || field.type == FieldType::holders) {
      stays = detach_field(field, member, gone) && stays;
    } else if (field.record != nullptr && field.record->has_references() && field.access.visit_records != nullptr) {
      field.access.visit_records(
          member, [&](const void* child, const Where&) { detach(*field.record, const_cast<void*>(child), gone); });
    }
  }
  return stays;
}

/// One pass over every list of a map.
class Pass {
 public:
  Pass(const Gone& gone, std::vector<Removed>& rows, std::set<Id>& next) : gone_(gone), rows_(rows), next_(next) {}

  template <class T>
  void over(std::vector<T>& list, std::string_view what) {
    const RecordType& type = record_type<T>();
    std::size_t rows = 0;
    std::erase_if(list, [&](T& record) {
      if constexpr (std::derived_from<T, Element>) return leaves(type, &record, record.id);
      return !detach(type, &record, gone_) && ++rows > 0;
    });
    count(rows, what);
  }

  template <class T>
  void only_ids(std::vector<T>& list) {
    std::erase_if(list, [&](const T& record) { return gone_.contains(record.id); });
  }

 private:
  /// Whether an element is gone, or goes next because it cannot be without what is gone.
  bool leaves(const RecordType& type, void* record, const Id& id) {
    if (gone_.contains(id)) return true;
    if (detach(type, record, gone_)) return false;
    next_.insert(id);
    return true;
  }

  void count(std::size_t rows, std::string_view what) {
    if (rows == 0) return;
    const auto known = std::ranges::find(rows_, what, &Removed::what);
    if (known == rows_.end()) {
      rows_.push_back({"", what, rows});
    } else {
      known->count += rows;
    }
  }

  const Gone& gone_;
  std::vector<Removed>& rows_;
  std::set<Id>& next_;
};

void take_out(MapContent& content, Pass& pass) {
  for (Journey& journey : content.journeys) pass.only_ids(journey.stages);
  for (Partner& partner : content.partners) {
    for (const auto rung : marker_rungs) pass.only_ids(partner.progress_markers.*rung);
  }
  pass.over(content.practices, "practices");
  pass.over(content.customers, "customers");
  pass.over(content.partners, "partners");
  pass.over(content.needs, "needs");
  pass.over(content.journeys, "journeys");
  pass.over(content.touchpoints, "touchpoints");
  pass.over(content.outcomes, "outcomes");
  pass.over(content.offerings, "offerings");
  pass.over(content.processes, "processes");
  pass.over(content.initiatives, "initiatives");
  pass.over(content.competitors, "competitors");
  pass.over(content.factors, "factors");
  pass.over(content.relations, "relations");
  pass.over(content.influences, "influences");
  pass.over(content.evidence, "evidence");
  pass.over(content.readings, "readings");
  pass.over(content.journals, "journal entries");
  pass.over(content.harvest, "harvest");
  pass.over(content.offers, "offers");
  pass.over(content.clusters, "cluster names");
  pass.over(content.ratings, "ratings");
  pass.over(content.kano, "Kano answers");
  pass.over(content.feedback, "feedback");
  pass.over(content.prices, "price answers");
}

/// Stages of the journeys that go, markers of the partners that go.
void add_parts(const MapContent& content, std::set<Id>& ids) {
  for (const Journey& journey : content.journeys) {
    if (!ids.contains(journey.id)) continue;
    for (const Stage& stage : journey.stages) ids.insert(stage.id);
  }
  for (const Partner& partner : content.partners) {
    if (!ids.contains(partner.id)) continue;
    for (const auto rung : marker_rungs) {
      for (const ProgressMarker& marker : partner.progress_markers.*rung) ids.insert(marker.id);
    }
  }
}

/// What elements with these ids are, in their order.
std::vector<Removed> told(const MapContent& content, const Ids& ids) {
  std::vector<Removed> elements;
  if (ids.empty()) return elements;
  const ElementIndex index(content);
  for (const Id& id : ids) {
    const auto ref = index.find(id);
    elements.push_back({id, ref ? singular(ref->kind) : std::string_view("element"), 1});
  }
  return elements;
}

}  // namespace

std::vector<Removed> remove_elements(MapContent& content, const Ids& ids) {
  std::vector<Removed> elements, rows;
  std::set<Id> next(ids.begin(), ids.end());
  while (!next.empty()) {
    add_parts(content, next);
    Ids along;
    std::ranges::copy_if(next, std::back_inserter(along), [&](const Id& id) { return !std::ranges::count(ids, id); });
    std::ranges::move(told(content, along), std::back_inserter(elements));
    const std::set<Id> leaving = std::move(next);
    next.clear();
    const Gone gone(leaving);
    Pass pass(gone, rows, next);
    take_out(content, pass);
  }
  std::ranges::sort(elements, {}, &Removed::id);
  elements.insert(elements.end(), rows.begin(), rows.end());
  return elements;
}

}  // namespace outmap
