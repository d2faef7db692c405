// Customers, partners and needs.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Clv>() {
  static const RecordType type =
      describe<Clv>("customer lifetime value", "What a customer is worth to the firm, computed from its parts")
          .field<&Clv::margin>("margin", "Margin that one head brings in a year").unit("money a year")
          .field<&Clv::retention>("retention", "Share of customers kept from one year to the next").between(0, 1).unit("share")
          .field<&Clv::discount>("discount", "Discount rate").between(0, 1).unit("share a year")
          .field<&Clv::acquisition>("acquisition", "What winning one customer costs").at_least(0).unit("money")
          .field<&Clv::elasticity>("elasticity", "Change of retention for a full change of perceived value").unit("share")
          .field<&Clv::order_value>("order_value", "Average value of an order").at_least(0).unit("money")
          .field<&Clv::orders_per_year>("orders_per_year", "Orders of one head in a year").at_least(0)
          .field<&Clv::margin_share>("margin_share", "Margin as a share of an order's value").between(0, 1).unit("share")
          .field<&Clv::years>("years", "How long a customer stays").at_least(0).unit("years")
          .type();
  return type;
}

template <>
const RecordType& record_type<PerceivedValue>() {
  static const RecordType type =
      describe<PerceivedValue>("perceived value", "Value as the customer sees it: (worth + benefits) - (costs + drawbacks)")
          .field<&PerceivedValue::worth>("worth", "How well the real problem is solved").unit("level")
          .field<&PerceivedValue::benefits>("benefits", "The intangibles: ease, trust, standing").unit("level")
          .field<&PerceivedValue::costs>("costs", "Price and other money").unit("level")
          .field<&PerceivedValue::drawbacks>("drawbacks", "Waiting, effort, risk").unit("level")
          .type();
  return type;
}

template <>
const RecordType& record_type<Customer>() {
  static const RecordType type =
      describe<Customer>("customer", "A person, organisation or segment that is served")
          .element()
          .field<&Customer::size>("size", "How many people or organisations it stands for").at_least(0).otherwise("1")
          .field<&Customer::attributes>("attributes", "What describes them, freely: region, age, sector")
          .field<&Customer::needs>("needs", "What they want").refers_to(ElementKind::need)
          .field<&Customer::firm_value>("firm_value", "Value of one head to the firm; or else give clv").unit("money")
          .field<&Customer::clv>("clv", "Customer lifetime value from its parts")
          .field<&Customer::perceived_value>("perceived_value", "Value as they see it, in four parts")
          .type();
  return type;
}

template <>
const RecordType& record_type<ProgressMarker>() {
  static const RecordType type =
      describe<ProgressMarker>("progress marker", "An observable change in a partner's behaviour")
          .element()
          .field<&ProgressMarker::statement>("statement", "What the partner does when the marker is reached").required()
          .type();
  return type;
}

template <>
const RecordType& record_type<ProgressMarkers>() {
  static const RecordType type =
      describe<ProgressMarkers>("ladder of progress markers", "From the first response to deep change")
          .field<&ProgressMarkers::expect>("expect", "What we expect to see: first responses")
          .field<&ProgressMarkers::like>("like", "What we would like to see: active engagement")
          .field<&ProgressMarkers::love>("love", "What we would love to see: deep change")
          .type();
  return type;
}

template <>
const RecordType& record_type<StrategyMap>() {
  static const RecordType type =
      describe<StrategyMap>("strategy map", "How we support a partner: aimed at the individual (I) or the environment (E)")
          .field<&StrategyMap::individual_causal>("I-1", "Causal, aimed at the partner: what we do or give")
          .field<&StrategyMap::individual_persuasive>("I-2", "Persuasive, aimed at the partner: what we teach")
          .field<&StrategyMap::individual_supportive>("I-3", "Supportive, aimed at the partner: who stands by")
          .field<&StrategyMap::environment_causal>("E-1", "Causal, aimed at the environment: rules and incentives")
          .field<&StrategyMap::environment_persuasive>("E-2", "Persuasive, aimed at the environment: spreading the word")
          .field<&StrategyMap::environment_supportive>("E-3", "Supportive, aimed at the environment: networks")
          .type();
  return type;
}

template <>
const RecordType& record_type<Partner>() {
  static const RecordType type =
      describe<Partner>("partner", "A boundary partner: we work with it, and it reaches the customer; own staff are partners too")
          .element()
          .field<&Partner::kind>("kind", "Own staff are internal").otherwise("external")
          .field<&Partner::attributes>("attributes", "What describes it, freely")
          .field<&Partner::needs>("needs", "What it wants").refers_to(ElementKind::need)
          .field<&Partner::outcome_challenge>("outcome_challenge", "How it behaves when all goes as well as it can")
          .field<&Partner::progress_markers>("progress_markers", "Observable steps on the way there")
          .field<&Partner::strategy_map>("strategy_map", "What we do to support the change")
          .type();
  return type;
}

template <>
const RecordType& record_type<Need>() {
  static const RecordType type =
      describe<Need>("need", "Something a customer or partner wants, in their own words")
          .element()
          .field<&Need::statement>("statement", "What is wanted")
          .field<&Need::quote>("quote", "Said by one of them, word for word")
          .field<&Need::theme>("theme", "What kind of need it is")
          .field<&Need::importance>("importance", "How much it matters to them").between(0, 10)
          .type();
  return type;
}

}  // namespace outmap
