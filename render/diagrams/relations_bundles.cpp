#include "render/diagrams/relations_bundles.hpp"

#include <algorithm>
#include <map>

#include "render/diagrams/relations_likeness.hpp"

namespace outmap {
namespace {

struct Sum {
  TieBundle bundle;
  std::map<std::string, double> types;
  std::vector<WeightedTie> alike;
  double similarity = 0;
};
using Sums = std::map<std::pair<std::size_t, std::size_t>, Sum>;

/// The pair of groups that a tie joins, the smaller first; nothing within one.
struct Ends {
  std::size_t from = 0;
  std::size_t to = 0;
};
std::optional<Ends> ends_of(const std::vector<std::size_t>& place_of, const RelationsDiagram& diagram, std::size_t a,
                            std::size_t b) {
  if (place_of[a] == no_index || place_of[b] == no_index) return std::nullopt;
  const auto [from, to] = std::minmax(diagram.elements[place_of[a]].group, diagram.elements[place_of[b]].group);
  if (from == to) return std::nullopt;
  return Ends{from, to};
}

Sums add_up(const RelationsSource& source, const std::vector<std::size_t>& place_of, const RelationsDiagram& diagram) {
  Sums sums;
  for (const NetworkTie& tie : source.declared.ties) {
    const auto ends = ends_of(place_of, diagram, tie.a, tie.b);
    if (!ends) continue;
    Sum& sum = sums[{ends->from, ends->to}];
    sum.bundle.count += tie.count;
    sum.bundle.strength += tie.strength;
    for (const TypeStrength& type : tie.types) sum.types[type.type] += type.strength;
  }
  for (const WeightedTie& tie : source.tied.ties()) {
    if (tie.strength > 0) continue;
    const auto ends = ends_of(place_of, diagram, tie.a, tie.b);
    if (!ends) continue;
    Sum& sum = sums[{ends->from, ends->to}];
    sum.alike.push_back(tie);
    sum.similarity += tie.similarity;
  }
  return sums;
}

std::string strongest(const std::map<std::string, double>& sums) {
  const auto most = std::max_element(sums.begin(), sums.end(),
                                     [](const auto& one, const auto& other) { return one.second < other.second; });
  return most == sums.end() ? "" : most->first;
}

/// What the most alike of the pairs share most often.
void name_likeness(const RelationsSource& source, const Sum& sum, TieBundle& bundle) {
  constexpr std::size_t looked_at = 40;
  std::vector<WeightedTie> alike = sum.alike;
  std::stable_sort(alike.begin(), alike.end(),
                   [](const WeightedTie& one, const WeightedTie& other) { return one.similarity > other.similarity; });
  alike.resize(std::min(alike.size(), looked_at));
  std::map<std::string, double> words;
  double needs = 0;
  for (const WeightedTie& tie : alike) {
    const SharedWords shared = shared_by(source, tie.a, tie.b);
    words[shared.words] += 1;
    needs += shared.needs;
  }
  bundle.shared = strongest(words);
  bundle.type = needs * 2 >= static_cast<double>(alike.size()) ? "similar-need" : "common-interest";
}

void keep_strongest(std::size_t most, std::vector<const Sum*>& sums, Bundles& bundles) {
  std::stable_sort(sums.begin(), sums.end(),
                   [](const Sum* one, const Sum* other) { return one->bundle.strength > other->bundle.strength; });
  bundles.left_out = sums.size() > most ? sums.size() - most : 0;
  bundles.left_out_ties = 0;
  for (std::size_t at = most; at < sums.size(); ++at) bundles.left_out_ties += sums[at]->bundle.count;
  sums.resize(std::min(sums.size(), most));
}

void draw(const RelationsSource& source, const std::vector<const Sum*>& sums, Bundles& bundles) {
  for (const Sum* sum : sums) {
    TieBundle bundle = sum->bundle;
    bundle.type = strongest(sum->types);
    if (bundle.derived) name_likeness(source, *sum, bundle);
    bundle.step = step_of(bundle.strength, sums.front()->bundle.strength);
    bundles.drawn.push_back(std::move(bundle));
  }
}

}  // namespace

int step_of(double strength, double largest) {
  if (largest <= 0 || strength * 3 <= largest) return 0;
  return strength * 3 <= 2 * largest ? 1 : 2;
}

Bundles bundle_ties(const RelationsSource& source, const std::vector<std::size_t>& place_of,
                    const RelationsDiagram& diagram) {
  Sums sums = add_up(source, place_of, diagram);
  std::vector<const Sum*> declared;
  std::vector<const Sum*> alike;
  for (auto& [ends, sum] : sums) {
    sum.bundle.from = ends.first;
    sum.bundle.to = ends.second;
    sum.bundle.derived = sum.bundle.count == 0;
    if (sum.bundle.derived) sum.bundle.count = sum.alike.size(), sum.bundle.strength = sum.similarity;
    (sum.bundle.derived ? alike : declared).push_back(&sum);
  }
  Bundles bundles;
  Bundles beside;  // of likeness, beside declared ones: not missed
  const bool alone = source.declared.ties.empty();
  keep_strongest(18, declared, bundles);
  keep_strongest(alone ? 14 : 6, alike, alone ? bundles : beside);
  draw(source, declared, bundles);
  draw(source, alike, bundles);
  std::stable_sort(bundles.drawn.begin(), bundles.drawn.end(), [](const TieBundle& one, const TieBundle& other) {
    return one.derived != other.derived ? one.derived : one.strength < other.strength;
  });
  return bundles;
}

}  // namespace outmap
