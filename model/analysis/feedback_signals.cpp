// What people do beside what they say: contradictions in the evidence, and reactions to something new.
#include <algorithm>
#include <map>
#include <utility>

#include "model/analysis/feedback.hpp"

namespace outmap {
namespace {

/// The share that `count` is of `of`; nothing where it cannot be one.
std::optional<ShareEstimate> share_of(const std::optional<double>& count, double of) {
  if (!count || of <= 0 || *count > of) return std::nullopt;
  return estimate_share(*count, of);
}

OfferSignal signal_of(const Offer& offer) {
  OfferSignal signal{offer.id, offer.name, offer.offering, offer.shown.value_or(0), {}, {}, {}, {}};
  signal.paid = share_of(offer.paid, signal.shown);
  signal.liked = share_of(offer.liked, signal.shown);
  signal.loved = share_of(offer.loved, signal.shown);
  signal.outside_core = share_of(offer.outside_core, offer.paid.value_or(0));
  if (!signal.outside_core) signal.outside_core = share_of(offer.outside_core, signal.shown);
  return signal;
}

}  // namespace

std::vector<SaysAgainstDoes> find_says_against_does(const Map& map, std::optional<Date> day) {
  std::map<std::string_view, SaysAgainstDoes> found;
  for (const Evidence& evidence : map->evidence) {
    if (!evidence.kind || (evidence.date && day && *day < *evidence.date)) continue;
    const bool says = evidence.kind == EvidenceKind::says;
    for (const Id& id : evidence.supports) {
      (says ? found[id].says_for : found[id].does_for).push_back(evidence.id);
    }
    for (const Id& id : evidence.contradicts) {
      (says ? found[id].says_against : found[id].does_against).push_back(evidence.id);
    }
  }
  std::vector<SaysAgainstDoes> contradictions;
  for (auto& [element, seen] : found) {
    const bool promised = !seen.says_for.empty() && !seen.does_against.empty();
    const bool denied = !seen.says_against.empty() && !seen.does_for.empty();
    if (!promised && !denied) continue;
    seen.element = element;
    for (Ids* ids : {&seen.says_for, &seen.says_against, &seen.does_for, &seen.does_against}) std::ranges::sort(*ids);
    contradictions.push_back(std::move(seen));
  }
  return contradictions;
}

std::vector<OfferSignal> find_offer_signals(const Map& map) {
  std::vector<OfferSignal> signals;
  for (const Offer& offer : map->offers) signals.push_back(signal_of(offer));
  return signals;
}

}  // namespace outmap
