#include "render/diagrams/relations_likeness.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <tuple>

#include "model/analysis/clusters/names.hpp"

namespace outmap {
namespace {

std::string listed(const Map& map, const std::vector<std::string>& values) {
  std::string words;
  for (const std::string& value : values) words += (words.empty() ? "" : ", ") + std::string(map.name_of(value));
  return words;
}

/// "region north"; of numbers the name alone.
std::string words_for(const Map& map, const SharedTrait& trait) {
  if (trait.kind == TraitKind::number || trait.values.empty()) return attribute_words(trait.name.text());
  ClusterTrait shown;
  shown.attribute = trait.name.text();
  shown.kind = trait.kind;
  shown.value = trait.values.front();
  return trait_words(map, shown);
}

/// Derived ties that could be drawn, most alike first.
std::vector<WeightedTie> candidates(const RelationsSource& source, const std::vector<std::size_t>& place_of,
                                    std::size_t opened) {
  std::vector<WeightedTie> found;
  for (const WeightedTie& tie : source.tied.ties()) {
    if (tie.strength > 0 || place_of[tie.a] == no_index || place_of[tie.b] == no_index) continue;
    const bool touches = source.cluster_of[tie.a] == opened || source.cluster_of[tie.b] == opened;
    if (opened == no_index || touches) found.push_back(tie);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const WeightedTie& one, const WeightedTie& other) { return one.similarity > other.similarity; });
  return found;
}

/// The first of `all` that leave no element with more than two.
std::vector<WeightedTie> few_each(const std::vector<WeightedTie>& all, std::size_t nodes, std::size_t most) {
  std::vector<int> used(nodes, 0);
  std::vector<WeightedTie> chosen;
  for (const WeightedTie& tie : all) {
    if (chosen.size() == most) break;
    if (used[tie.a] == 2 || used[tie.b] == 2) continue;
    ++used[tie.a];
    ++used[tie.b];
    chosen.push_back(tie);
  }
  return chosen;
}

/// A maximum spanning forest, and then the first of the others.
std::vector<WeightedTie> forest_first(const std::vector<WeightedTie>& all, std::size_t nodes, std::size_t most) {
  boost::disjoint_sets_with_storage<> joined(nodes);
  std::vector<WeightedTie> chosen;
  std::vector<WeightedTie> spare;
  for (const WeightedTie& tie : all) {
    const bool joins = joined.find_set(std::size_t{tie.a}) != joined.find_set(std::size_t{tie.b});
    if (joins) joined.union_set(std::size_t{tie.a}, std::size_t{tie.b});
    (joins ? chosen : spare).push_back(tie);
  }
  const std::size_t room = most > chosen.size() ? most - chosen.size() : 0;
  chosen.insert(chosen.end(), spare.begin(), spare.begin() + static_cast<long>(std::min(room, spare.size())));
  return chosen;
}

RelationTie tie_of(const RelationsSource& source, const std::vector<std::size_t>& place_of, const WeightedTie& from) {
  RelationTie tie;
  tie.derived = true;
  tie.from = place_of[from.a];
  tie.to = place_of[from.b];
  tie.strength = from.similarity;
  const SharedWords shared = shared_by(source, from.a, from.b);
  tie.shared = shared.words;
  tie.types.push_back({shared.needs ? "similar-need" : "common-interest", from.similarity});
  return tie;
}

}  // namespace

SharedWords shared_by(const RelationsSource& source, std::size_t one, std::size_t other) {
  const Likeness likeness = source.tied.similarity().explain(one, other);
  SharedWords found;
  std::size_t named = 0;
  for (const SharedTrait& trait : likeness.shared)
    if (trait.kind == TraitKind::needs) return {listed(source.map, trait.values), true};
  for (const bool numbers : {false, true})
    for (const SharedTrait& trait : likeness.shared) {
      if ((trait.kind == TraitKind::number) != numbers || named == 2) continue;
      const bool first_number = numbers && found.words.find("close in ") == std::string::npos;
      found.words += (named++ == 0 ? "" : ", ") + std::string(first_number ? "close in " : "");
      found.words += words_for(source.map, trait);
    }
  return found;
}

DerivedTies derive_ties(const RelationsSource& source, const std::vector<std::size_t>& place_of, std::size_t shown,
                        std::size_t opened) {
  const std::vector<WeightedTie> all = candidates(source, place_of, opened);
  const bool alone = source.declared.ties.empty();
  const std::vector<WeightedTie> chosen =
      alone ? forest_first(all, place_of.size(), shown + shown / 4)
            : few_each(all, place_of.size(), std::clamp<std::size_t>(shown / 3, 3, 12));
  DerivedTies derived;
  for (const WeightedTie& tie : chosen) derived.ties.push_back(tie_of(source, place_of, tie));
  std::stable_sort(derived.ties.begin(), derived.ties.end(),
                   [](const RelationTie& one, const RelationTie& other) { return one.strength < other.strength; });
  derived.left_out = all.size() - chosen.size();
  return derived;
}

}  // namespace outmap
