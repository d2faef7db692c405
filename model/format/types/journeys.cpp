// Journeys, stages and touchpoints.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<ValueByKind>() {
  static const RecordType type =
      describe<ValueByKind>("value by kind", "Value at a stage, by kind")
          .field<&ValueByKind::functional>("functional", "It does the job").unit("level")
          .field<&ValueByKind::financial>("financial", "It is worth its money").unit("level")
          .field<&ValueByKind::emotional>("emotional", "It feels right").unit("level")
          .field<&ValueByKind::social>("social", "It ties them to others").unit("level")
          .type();
  return type;
}

template <>
const RecordType& record_type<StageView>() {
  static const RecordType type =
      describe<StageView>("view of a stage", "How one kind of customer lives a stage, where it differs")
          .field<&StageView::emotion>("emotion", "How they feel, from very bad to very good").between(-2, 2)
          .field<&StageView::value>("value", "Value they get now, by kind")
          .field<&StageView::wanted>("wanted", "Value they want, by kind")
          .type();
  return type;
}

namespace {

template <class T>
Describe<T> describe_stage() {
  return describe<T>("stage", "One step of a journey")
      .element()
      .template field<&T::goal>("goal", "What the customer wants to have reached at its end")
      .template field<&T::emotion>("emotion", "How the customer feels, from very bad to very good").between(-2, 2)
      .template field<&T::value>("value", "Value the customer gets now, by kind")
      .template field<&T::wanted>("wanted", "Value the customer wants, by kind")
      .template field<&T::by_customer>("by_customer", "Where one kind of customer lives it otherwise")
      .refers_to(ElementKind::customer)
      .template field<&T::touchpoints>("touchpoints", "Contacts that happen here").refers_to(ElementKind::touchpoint)
      .template field<&T::outcomes>("outcomes", "Outcomes wanted here").refers_to(ElementKind::outcome)
      .template field<&T::pains>("pains", "What hurts")
      .template field<&T::opportunities>("opportunities", "What could be better")
      .template field<&T::replaces>("replaces", "In a future journey: the stage of today that this one replaces")
      .refers_to(ElementKind::stage);
}

}  // namespace

template <>
const RecordType& record_type<Stage>() {
  static const RecordType type = describe_stage<Stage>().type();
  return type;
}

template <>
const RecordType& record_type<StageRow>() {
  static const RecordType type =
      describe_stage<StageRow>()
          .field<&StageRow::journey>("journey", "The journey that the stage belongs to").required()
          .refers_to(ElementKind::journey).table_only()
          .field<&StageRow::position>("position", "Its place in the journey").required().table_only()
          .type();
  return type;
}

template <>
const RecordType& record_type<Journey>() {
  static const RecordType type =
      describe<Journey>("journey", "An ordered walk of one kind of customer")
          .element()
          .field<&Journey::customers>("customers", "Who walks it").refers_to(ElementKind::customer)
          .field<&Journey::when>("when", "As it is today, or as it is meant to be").otherwise("current")
          .field<&Journey::future_of>("future_of", "The journey of today that this one would replace")
          .refers_to(ElementKind::journey)
          .field<&Journey::stages>("stages", "Its steps, in order")
          .type();
  return type;
}

template <>
const RecordType& record_type<Touchpoint>() {
  static const RecordType type =
      describe<Touchpoint>("touchpoint", "A contact between the customer and the organisation or a partner")
          .element()
          .field<&Touchpoint::channel>("channel", "Where it happens: web, phone, person, place, mail …")
          .field<&Touchpoint::owner>("owner", "Who runs it").refers_to(ElementKind::partner | ElementKind::process)
          .field<&Touchpoint::layer>("layer", "Seen by the customer (front) or behind the line of visibility").otherwise("front")
          .field<&Touchpoint::moment_of_truth>("moment_of_truth", "Customers judge us here").otherwise("false")
          .field<&Touchpoint::pains>("pains", "What hurts")
          .type();
  return type;
}

}  // namespace outmap
