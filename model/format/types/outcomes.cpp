// Outcomes, their holders and scales.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
const RecordType& record_type<Scale>() {
  static const RecordType type = describe<Scale>("scale", "The two ends between which levels lie")
                                     .field<&Scale::min>("min", "Lowest level").otherwise("0")
                                     .field<&Scale::max>("max", "Highest level").otherwise("10")
                                     .type();
  return type;
}

template <>
const RecordType& record_type<Holder>() {
  static const RecordType type =
      describe<Holder>("holder", "Numbers of one holder that differ from the outcome's own")
          .field<&Holder::importance>("importance", "How much it matters to this holder").between(0, 10)
          .field<&Holder::current>("current", "This holder's level today").unit("level")
          .field<&Holder::target>("target", "The level this holder wants").unit("level")
          .field<&Holder::satisfaction>("satisfaction", "How content this holder is").between(0, 10)
          .type();
  return type;
}

template <>
const RecordType& record_type<Outcome>() {
  static const RecordType type =
      describe<Outcome>("outcome", "An observable, measurable change that someone wants")
          .element()
          .field<&Outcome::holders>("holders", "Who wants it: ids, or ids with numbers of their own, or organisation")
          .refers_to(people_kinds)
          .field<&Outcome::needs>("needs", "The needs it answers").refers_to(ElementKind::need)
          .field<&Outcome::importance>("importance", "How much it matters").between(0, 10)
          .field<&Outcome::current>("current", "Level today").unit("level")
          .field<&Outcome::target>("target", "Level wanted").unit("level")
          .field<&Outcome::satisfaction>("satisfaction", "How content the holders are").between(0, 10)
          .otherwise("from the level")
          .field<&Outcome::direction>("direction", "Whether more of it is better, or less").otherwise("more")
          .field<&Outcome::kind>("kind", "Kind of value")
          .field<&Outcome::valence>("valence", "Something to gain, or to avoid").otherwise("gain")
          .field<&Outcome::scope>("scope", "Wanted by customers, or by the organisation itself").otherwise("customer")
          .field<&Outcome::indicator>("indicator", "What is measured")
          .field<&Outcome::money_per_point>("money_per_point", "What one point of level is worth").unit("money")
          .field<&Outcome::scale>("scale", "Its own scale").otherwise("the map's scale")
          .field<&Outcome::unit>("unit", "What a level counts: min, %, days")
          .type();
  return type;
}

}  // namespace outmap
