// Why a cluster deserves attention, in one sentence.
#pragma once

#include <cstddef>
#include <string>

#include "render/diagrams/relations_source.hpp"

namespace outmap {

/// "Most value (48 %); most missed: Hear back." What the cluster is first or last in among all clusters, then the one
/// element that ties it to the others where only one does, else what its unmet need is made of most. Empty where
/// nothing is known of it.
std::string why_of(const RelationsSource& source, std::size_t cluster);

/// The same as the finding of the picture: `key` is the cluster's name, `rest` goes on after it: " comes first: the
/// largest unmet need (78) and the most value (41 %), yet only Midwives tie it to the others."
struct WhyFirst {
  std::string key;
  std::string rest;
};
WhyFirst why_first(const RelationsSource& source);

}  // namespace outmap
