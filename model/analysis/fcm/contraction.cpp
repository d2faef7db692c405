#include "model/analysis/fcm/contraction.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <optional>
#include <utility>

namespace outmap {
namespace {

constexpr int most_rounds = 500;

bool is_free(const FcmStart& start, std::size_t i) { return start.held.empty() || start.held[i] == 0; }

/// The numbers of the strongly connected parts of the free concepts.
std::vector<int> parts_of(const FcmNetwork& network, const FcmStart& start) {
  std::vector<std::pair<std::size_t, std::size_t>> links;
  for (std::size_t to = 0; to < network.size(); ++to) {
    if (!is_free(start, to)) continue;
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (is_free(start, network.cause(link)) && network.weight(link) != 0) links.emplace_back(network.cause(link), to);
    }
  }
  const boost::compressed_sparse_row_graph<boost::directedS> graph(boost::edges_are_unsorted_multi_pass, links.begin(),
                                                                   links.end(), network.size());
  std::vector<int> part(network.size());
  boost::strong_components(graph,
                           boost::make_iterator_property_map(part.begin(), boost::get(boost::vertex_index, graph)));
  return part;
}

/// y = M x over free concepts, `diagonal` added to the network's weights.
void multiply(const FcmNetwork& network, const FcmStart& start, double diagonal, const std::vector<double>& x,
              std::vector<double>& y) {
  for (std::size_t to = 0; to < network.size(); ++to) {
    y[to] = 0;
    if (!is_free(start, to)) continue;
    y[to] = diagonal * x[to];
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (is_free(start, network.cause(link))) y[to] += network.weight(link) * x[network.cause(link)];
    }
  }
}

void multiply_transposed(const FcmNetwork& network, const FcmStart& start, double diagonal,
                         const std::vector<double>& x, std::vector<double>& y) {
  for (std::size_t i = 0; i < network.size(); ++i) y[i] = is_free(start, i) ? diagonal * x[i] : 0;
  for (std::size_t to = 0; to < network.size(); ++to) {
    if (!is_free(start, to)) continue;
    for (std::size_t link = network.begin(to); link < network.begin(to + 1); ++link) {
      if (is_free(start, network.cause(link))) y[network.cause(link)] += network.weight(link) * x[to];
    }
  }
}

double norm_of(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

double spectral_norm(const FcmNetwork& network, const FcmStart& start, double diagonal) {
  std::vector<double> x(network.size()), y(network.size());
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = is_free(start, i) ? 1 + std::sin(static_cast<double>(i) + 1) / 3 : 0;
  double norm = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const double length = norm_of(x);
    if (length == 0) return 0;
    for (double& value : x) value /= length;
    multiply(network, start, diagonal, x, y);
    const double before = norm;
    norm = norm_of(y);
    multiply_transposed(network, start, diagonal, y, x);
    if (round > 20 && std::abs(norm - before) < 1e-12) break;
  }
  return norm;
}

/// The links between free concepts of one part, by effect, with absolute weights.
struct InnerLinks {
  std::vector<std::size_t> ends;  // [concept]: where its links end in the next two
  std::vector<std::uint32_t> causes;
  std::vector<double> weights;
};

InnerLinks inner_links(const FcmNetwork& network, const FcmStart& start, const std::vector<int>& part) {
  InnerLinks inner;
  for (std::size_t to = 0; to < network.size(); ++to) {
    for (std::size_t link = network.begin(to); is_free(start, to) && link < network.begin(to + 1); ++link) {
      const std::uint32_t from = network.cause(link);
      if (!is_free(start, from) || part[from] != part[to]) continue;
      inner.causes.push_back(from);
      inner.weights.push_back(std::abs(network.weight(link)));
    }
    inner.ends.push_back(inner.causes.size());
  }
  return inner;
}

/// A bound of ρ(|W|) in each part; |W| + I keeps the vector above 0, and its ρ is larger by 1.
double radius_bound(const FcmNetwork& network, const FcmStart& start, const std::vector<int>& part) {
  const InnerLinks inner = inner_links(network, start, part);
  std::vector<double> x(network.size(), 1.0), y(network.size()), largest(network.size());
  double bound = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const double before = bound;
    bound = 0;
    for (std::size_t to = 0, link = 0; to < network.size(); ++to) {
      double inside = 0;
      for (; link < inner.ends[to]; ++link) inside += inner.weights[link] * x[inner.causes[link]];
      y[to] = x[to] + inside;
      bound = std::max(bound, inside / x[to]);
    }
    std::ranges::fill(largest, 0.0);
    for (std::size_t i = 0; i < y.size(); ++i) largest[part[i]] = std::max(largest[part[i]], y[i]);
    for (std::size_t i = 0; i < y.size(); ++i) x[i] = std::max(y[i] / largest[part[i]], 1e-200);
    if (bound == 0 || (round > 20 && std::abs(before - bound) < 1e-12)) break;
  }
  return bound;
}

std::optional<double> steepest(const FcmOptions& options) {
  switch (options.transfer) {
    case Transfer::linear:
      return 1;
    case Transfer::sigmoid:
      return options.lambda / 4;
    case Transfer::tanh:
      return options.lambda;
    default:
      return std::nullopt;
  }
}

}  // namespace

double spectral_radius(const FcmNetwork& network, const FcmStart& start) {
  return radius_bound(network, start, parts_of(network, start));
}

bool has_unique_fixed_point(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options) {
  return steepest(options) && has_unique_fixed_point(network, start, options, spectral_radius(network, start));
}

bool has_unique_fixed_point(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options,
                            double radius) {
  const auto slope = steepest(options);
  if (!slope) return false;
  const double diagonal = options.rule == FcmRule::kosko ? 0 : 1;
  const double factor = *slope * (options.rule == FcmRule::rescaled ? 2 : 1);
  // |W + I| is at most |W| + I, and equal to it where no self-influence is negative.
  if (factor * (radius + diagonal) < 1) return true;
  return factor * spectral_norm(network, start, diagonal) < 1 - 1e-6;
}

}  // namespace outmap
