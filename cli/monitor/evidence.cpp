#include <fmt/format.h>

#include <algorithm>

#include "cli/display_text.hpp"
#include "cli/monitor/parts.hpp"
#include "model/map/choices.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

constexpr std::size_t claims_told = 10;

/// Two methods and two sources: the least that does not hang on one person or one way of asking.
bool stands_firm(const ClaimProof& claim) {
  return claim.methods.size() >= 2 && claim.sources >= 2 && claim.contradicting == 0;
}

std::string claim_words(const Map& map, const ClaimProof& claim) {
  const std::string from = printable(map.name_of(claim.id));
  return claim.to ? from + " → " + printable(map.name_of(*claim.to)) : from;
}

/// How much hangs on it: of an outcome its importance, of an influence ten times the size of its weight.
double weight_of(const Map& map, const ClaimProof& claim) {
  if (!claim.to) return map.get<Outcome>(claim.id)->importance.value_or(0);
  for (const Influence& influence : map->influences) {
    if (influence.from == claim.id && influence.to == *claim.to) return 10 * std::abs(influence.weight);
  }
  return 0;
}

/// What rests on least comes first: contradicted, then without anything, then on one leg; in each what matters most.
std::vector<const ClaimProof*> weakest(const Map& map, const MonitorReport& report) {
  std::vector<const ClaimProof*> weak;
  for (const ClaimProof& claim : report.claims) {
    if (!stands_firm(claim)) weak.push_back(&claim);
  }
  const auto rank = [](const ClaimProof& claim) { return claim.contradicting > 0 ? 0 : claim.supporting == 0 ? 1 : 2; };
  std::ranges::stable_sort(weak, [&](const ClaimProof* a, const ClaimProof* b) {
    if (rank(*a) != rank(*b)) return rank(*a) < rank(*b);
    return weight_of(map, *a) > weight_of(map, *b);
  });
  return weak;
}

std::string methods_words(const ClaimProof& claim) {
  std::string text;
  for (const EvidenceMethod method : claim.methods) text += (text.empty() ? "" : ", ") + std::string(word_of(method));
  return text;
}

Cell count_cell(std::size_t count) { return number_cell(static_cast<double>(count), 0); }

Listing weak_listing(const Map& map, const std::vector<const ClaimProof*>& weak) {
  Listing listing{{{.key = "claim", .heading = "what rests on little", .flexible = true},
                   {.key = "for", .heading = "for", .align = Align::right},
                   {.key = "against", .heading = "against", .align = Align::right},
                   {.key = "sources", .heading = "sources", .align = Align::right},
                   {.key = "methods", .heading = "methods", .flexible = true, .spare = 2},
                   {.key = "says", .heading = "say", .align = Align::right, .spare = 3},
                   {.key = "does", .heading = "do", .align = Align::right, .spare = 3},
                   {.key = "newest", .heading = "newest", .spare = 1}},
                  {}};
  for (std::size_t i = 0; i < std::min(weak.size(), claims_told); ++i) {
    const ClaimProof& claim = *weak[i];
    listing.rows.push_back({element_cell(claim_words(map, claim), claim.id), count_cell(claim.supporting),
                            count_cell(claim.contradicting), count_cell(claim.sources),
                            claim.methods.empty() ? missing_cell() : text_cell(methods_words(claim)),
                            count_cell(claim.says), count_cell(claim.does),
                            claim.newest ? text_cell(to_text(*claim.newest)) : missing_cell()});
  }
  return listing;
}

}  // namespace

MonitorParts evidence_parts(const Map& map, const MonitorReport& report) {
  if (report.claims.empty()) return {};
  const auto weak = weakest(map, report);
  const std::size_t firm = report.claims.size() - weak.size();
  MonitorPart part{"Evidence behind the claims", {}, {}, {}, {}};
  part.words.push_back(fmt::format(
      "{} of {} (outcomes and influences) {} on two methods and two sources or more, with nothing against them.", firm,
      counted_of(report.claims.size(), "claim", "claims"), firm == 1 ? "rests" : "rest"));
  if (!weak.empty()) part.listing = weak_listing(map, weak);
  if (weak.size() > claims_told)
    part.note = fmt::format("And {} more; --only evidence --format csv lists every claim.", weak.size() - claims_told);
  return {part};
}

Listing evidence_rows(const MonitorReport& report) {
  Listing listing;
  for (const std::string_view key :
       {"claim", "to", "supporting", "contradicting", "methods", "sources", "says", "does", "newest"}) {
    listing.columns.push_back({.key = key, .heading = key});
  }
  for (const ClaimProof& claim : report.claims) {
    std::string methods;
    for (const EvidenceMethod method : claim.methods)
      methods += (methods.empty() ? "" : ";") + std::string(word_of(method));
    listing.rows.push_back({text_cell(claim.id), text_cell(claim.to.value_or("")), count_cell(claim.supporting),
                            count_cell(claim.contradicting), text_cell(methods), count_cell(claim.sources),
                            count_cell(claim.says), count_cell(claim.does),
                            text_cell(claim.newest ? to_text(*claim.newest) : "")});
  }
  return listing;
}

}  // namespace outmap
