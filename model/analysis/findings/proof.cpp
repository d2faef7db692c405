#include "model/analysis/findings/proof.hpp"

#include <algorithm>

namespace outmap {
namespace {

bool counts(std::optional<Date> date, std::optional<Date> day) { return !date || !day || *date <= *day; }

void take_date(Proof& proof, std::optional<Date> date) {
  if (!date)
    proof.undated = true;
  else
    proof.newest = proof.newest ? std::max(*proof.newest, *date) : *date;
}

}  // namespace

ProofTable::ProofTable(const Map& map, std::optional<Date> day) {
  add_evidence(map, day);
  add_answers(map, day);
  for (const Reading& reading : map->readings) {
    if (counts(reading.date, day)) ++proofs_[reading.of].measurements;
  }
}

void ProofTable::add_evidence(const Map& map, std::optional<Date> day) {
  const auto file = [&](const Evidence& evidence, const Ids& about, std::vector<const Evidence*> Proof::*side) {
    for (const Id& id : about) {
      Proof& proof = proofs_[id];
      (proof.*side).push_back(&evidence);
      take_date(proof, evidence.date);
    }
  };
  for (const Evidence& evidence : map->evidence) {
    if (!counts(evidence.date, day)) continue;
    file(evidence, evidence.supports, &Proof::supporting);
    file(evidence, evidence.contradicts, &Proof::contradicting);
  }
}

void ProofTable::add_answers(const Map& map, std::optional<Date> day) {
  for (const Rating& rating : map->ratings) {
    if (!counts(rating.date, day)) continue;
    Proof& proof = proofs_[rating.outcome];
    ++proof.answers;
    ++proof.measurements;
    take_date(proof, rating.date);
  }
  for (const KanoPair& pair : map->kano) {
    Proof& proof = proofs_[pair.outcome];
    ++proof.answers;
    proof.undated = true;
  }
}

const Proof& ProofTable::of(std::string_view id) const {
  static const Proof none;
  const auto found = proofs_.find(id);
  return found == proofs_.end() ? none : found->second;
}

}  // namespace outmap
