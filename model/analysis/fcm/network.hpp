// A fuzzy cognitive map as numbers: concepts without names, weights by effect.
#pragma once

#include <cstdint>
#include <vector>

namespace outmap {

struct FcmLink {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double weight = 0;
};

/// Links grouped by effect, each group by cause; parallel links are one, of their summed weight. So the sum over a
/// concept's causes always runs in the same order, and a simulation gives the same digits wherever it runs.
class FcmNetwork {
 public:
  FcmNetwork() = default;

  /// O(concepts + links log links).
  FcmNetwork(std::size_t concepts, std::vector<FcmLink> links);

  std::size_t size() const { return begins_.size() - 1; }
  std::size_t links() const { return causes_.size(); }

  /// The links that lead to a concept are numbered from begin(to) up to begin(to + 1).
  std::uint32_t begin(std::size_t to) const { return begins_[to]; }
  std::uint32_t cause(std::size_t link) const { return causes_[link]; }
  double weight(std::size_t link) const { return weights_[link]; }
  const std::vector<std::uint32_t>& begins() const { return begins_; }
  const std::vector<std::uint32_t>& causes() const { return causes_; }
  const std::vector<double>& weights() const { return weights_; }

  bool has_causes(std::size_t concept_number) const { return begins_[concept_number] < begins_[concept_number + 1]; }

 private:
  std::vector<std::uint32_t> begins_ = {0};
  std::vector<std::uint32_t> causes_;
  std::vector<double> weights_;
};

}  // namespace outmap
