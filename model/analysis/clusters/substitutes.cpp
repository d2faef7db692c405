#include "model/analysis/clusters/substitutes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/analysis/clusters/places.hpp"

namespace outmap {
namespace {

std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> numbers) {
  std::ranges::sort(numbers);
  return numbers;
}

}  // namespace

SubstituteFinder::SubstituteFinder(const Map& map, const Similarity& similarity, const RelationGraph& graph)
    : similarity_(similarity),
      graph_(graph),
      customers_(sorted(number_people(map).customers)),
      partners_(sorted(number_people(map).partners)) {}

std::size_t SubstituteFinder::common_contacts(RelationVertex a, RelationVertex b) const {
  std::vector<RelationVertex> of_a, of_b, common;
  for (auto [next, end] = boost::adjacent_vertices(a, graph_.edges); next != end; ++next) of_a.push_back(*next);
  for (auto [next, end] = boost::adjacent_vertices(b, graph_.edges); next != end; ++next) of_b.push_back(*next);
  std::ranges::sort(of_a);
  std::ranges::sort(of_b);
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(common));
  return common.size();
}

std::vector<Substitute> SubstituteFinder::find(std::string_view id, const SubstituteOptions& options) const {
  const auto person = similarity_.find(id);
  if (!person) return {};
  const auto& alike = std::ranges::binary_search(customers_, *person) ? customers_ : partners_;
  std::vector<std::pair<double, std::uint32_t>> others;  // negated, so that the most similar come first
  for (const std::uint32_t other : alike) {
    const double similarity = other == *person ? 0 : similarity_.between(*person, other);
    if (similarity > options.above) others.emplace_back(-similarity, other);
  }
  const std::size_t count = std::min(options.count, others.size());
  std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(count));
  others.resize(count);
  std::vector<Substitute> found;
  for (const auto& [negative, other] : others) {
    const std::size_t contacts =
        common_contacts(*graph_.vertices.find(id), *graph_.vertices.find(similarity_.id(other)));
    found.push_back({Id(similarity_.id(other)), -negative, similarity_.explain(*person, other).shared, contacts});
  }
  return found;
}

}  // namespace outmap
