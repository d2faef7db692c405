#include "model/analysis/fcm/network.hpp"

#include <algorithm>
#include <utility>

namespace outmap {

FcmNetwork::FcmNetwork(std::size_t concepts, std::vector<FcmLink> links) {
  std::ranges::stable_sort(links, {}, [](const FcmLink& link) { return std::pair(link.to, link.from); });
  begins_.assign(concepts + 1, 0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const bool parallel = i > 0 && links[i].to == links[i - 1].to && links[i].from == links[i - 1].from;
    if (parallel) {
      weights_.back() += links[i].weight;
      continue;
    }
    causes_.push_back(links[i].from);
    weights_.push_back(links[i].weight);
    ++begins_[links[i].to + 1];
  }
  for (std::size_t to = 0; to < concepts; ++to) begins_[to + 1] += begins_[to];
}

}  // namespace outmap
