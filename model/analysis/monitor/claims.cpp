#include "model/analysis/monitor/claims.hpp"

#include <algorithm>
#include <set>

#include "model/analysis/findings/proof.hpp"
#include "model/map/choices.hpp"

namespace outmap {
namespace {

void count_voice(ClaimProof& proof, const Evidence& evidence) {
  if (evidence.kind == EvidenceKind::says) ++proof.says;
  if (evidence.kind == EvidenceKind::does) ++proof.does;
  if (evidence.date && (!proof.newest || *proof.newest < *evidence.date)) proof.newest = evidence.date;
}

void count_diversity(ClaimProof& proof, const std::vector<const Evidence*>& supporting) {
  std::set<std::string_view> sources;
  std::set<EvidenceMethod> methods;
  std::size_t nameless = 0;
  for (const Evidence* evidence : supporting) {
    if (evidence->source.empty())
      ++nameless;
    else
      sources.insert(evidence->source);
    if (evidence->method) methods.insert(*evidence->method);
  }
  proof.sources = sources.size() + nameless;
  proof.methods.assign(methods.begin(), methods.end());
}

ClaimProof proof_of(const std::vector<const Evidence*>& supporting, const std::vector<const Evidence*>& contradicting) {
  ClaimProof proof;
  proof.supporting = supporting.size();
  proof.contradicting = contradicting.size();
  for (const Evidence* evidence : supporting) count_voice(proof, *evidence);
  for (const Evidence* evidence : contradicting) count_voice(proof, *evidence);
  count_diversity(proof, supporting);
  return proof;
}

}  // namespace

std::vector<ClaimProof> claim_proofs(const Map& map, std::optional<Date> day) {
  const ProofTable proofs(map, day);
  std::vector<ClaimProof> all;
  for (const Outcome& outcome : map->outcomes) {
    const Proof& known = proofs.of(outcome.id);
    all.push_back(proof_of(known.supporting, known.contradicting));
    all.back().id = outcome.id;
  }
  for (const Influence& influence : map->influences) {
    std::vector<const Evidence*> named;
    for (const Id& id : influence.evidence) {
      const Evidence* evidence = map.get<Evidence>(id);
      if (evidence != nullptr && (!day || !evidence->date || *evidence->date <= *day)) named.push_back(evidence);
    }
    all.push_back(proof_of(named, {}));
    all.back().id = influence.from;
    all.back().to = influence.to;
  }
  return all;
}

}  // namespace outmap
