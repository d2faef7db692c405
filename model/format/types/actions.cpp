// What the organisation and others do: offerings, processes, initiatives, competitors; and factors.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Offering>() {
  static const RecordType type =
      describe<Offering>("offering", "A product or service, one rung of the value ladder")
          .element()
          .field<&Offering::price>("price", "What a customer pays").at_least(0).unit("money")
          .field<&Offering::cost>("cost", "What it costs us").at_least(0).unit("money")
          .field<&Offering::levels>("levels", "The level that it gives, by outcome").refers_to(ElementKind::outcome)
          .field<&Offering::perceived_value>("perceived_value", "Value as customers see it, in four parts")
          .type();
  return type;
}

template <>
const RecordType& record_type<Process>() {
  static const RecordType type =
      describe<Process>("process", "What the organisation does to deliver outcomes")
          .element()
          .field<&Process::owner>("owner", "Who runs it").refers_to(ElementKind::partner)
          .field<&Process::steps>("steps", "Its steps, in order")
          .field<&Process::serves>("serves", "Outcomes, touchpoints or stages that it serves")
          .refers_to(ElementKinds(ElementKind::outcome) | ElementKind::touchpoint | ElementKind::stage)
          .field<&Process::touchpoints>("touchpoints", "Touchpoints that it runs").refers_to(ElementKind::touchpoint)
          .type();
  return type;
}

template <>
const RecordType& record_type<Initiative>() {
  static const RecordType type =
      describe<Initiative>("initiative", "Something that could be done, or is")
          .element()
          .field<&Initiative::cost>("cost", "What it costs, once").at_least(0).unit("money")
          .field<&Initiative::status>("status", "How far it is").otherwise("idea")
          .field<&Initiative::mode>("mode", "Pushed to customers, or pulled by them")
          .field<&Initiative::posture>("posture", "Alliances (relevant), part in the customer's problem (responsive), regrouping (resilient)")
          .field<&Initiative::horizon>("horizon", "Value of today, or engineered for tomorrow")
          .field<&Initiative::origin>("origin", "Asked for, seen in use, our own wish, or imposed")
          .field<&Initiative::closes>("closes", "Share of the gap that it closes, by outcome").between(0, 1).unit("share")
          .refers_to(ElementKind::outcome)
          .field<&Initiative::improves>("improves", "Touchpoints or stages that it improves")
          .refers_to(ElementKind::touchpoint | ElementKind::stage)
          .field<&Initiative::prerequisites>("requires", "Initiatives that must be done too").refers_to(ElementKind::initiative)
          .field<&Initiative::excludes>("excludes", "Initiatives that cannot be done as well").refers_to(ElementKind::initiative)
          .type();
  return type;
}

template <>
const RecordType& record_type<Competitor>() {
  static const RecordType type =
      describe<Competitor>("competitor", "An alternative the customer has, doing nothing included")
          .element()
          .field<&Competitor::price>("price", "What a customer pays there").at_least(0).unit("money")
          .field<&Competitor::levels>("levels", "The level that it gives, by outcome").refers_to(ElementKind::outcome)
          .type();
  return type;
}

template <>
const RecordType& record_type<Factor>() {
  static const RecordType type =
      describe<Factor>("factor", "Anything else that drives or is driven: market, regulation, capacity").element().type();
  return type;
}

}  // namespace outmap
