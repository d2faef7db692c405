// From an element's reference to its struct and its record type.
#include "model/format/types/types.hpp"
#include "model/map/traverse.hpp"

namespace outmap {

const RecordType& record_type_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::customer:
      return record_type<Customer>();
    case ElementKind::partner:
      return record_type<Partner>();
    case ElementKind::need:
      return record_type<Need>();
    case ElementKind::journey:
      return record_type<Journey>();
    case ElementKind::stage:
      return record_type<Stage>();
    case ElementKind::touchpoint:
      return record_type<Touchpoint>();
    case ElementKind::outcome:
      return record_type<Outcome>();
    case ElementKind::offering:
      return record_type<Offering>();
    case ElementKind::process:
      return record_type<Process>();
    case ElementKind::initiative:
      return record_type<Initiative>();
    case ElementKind::competitor:
      return record_type<Competitor>();
    case ElementKind::factor:
      return record_type<Factor>();
    case ElementKind::evidence:
      return record_type<Evidence>();
    case ElementKind::marker:
      return record_type<ProgressMarker>();
    case ElementKind::practice:
      return record_type<Practice>();
    case ElementKind::harvest:
      return record_type<Harvest>();
    case ElementKind::offer:
      return record_type<Offer>();
    case ElementKind::feedback:
      break;
  }
  return record_type<Feedback>();
}

const void* record_of(const MapContent& content, ElementRef ref) {
  return with_element(content, ref, [](const auto& element) -> const void* { return &element; });
}

}  // namespace outmap
