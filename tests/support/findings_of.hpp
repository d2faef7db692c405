// The structural findings of content that a test wrote by hand.
#pragma once

#include <string_view>
#include <vector>

#include "model/analysis/findings/findings.hpp"
#include "tests/support/make_map.hpp"

namespace outmap::test {

/// Those with this code.
inline std::vector<Finding> findings_of(const MapContent& content, std::string_view code,
                                        const FindingOptions& options = {}) {
  std::vector<Finding> found;
  for (Finding& finding : find_structural_gaps(make_map(content), options)) {
    if (finding.code == code) found.push_back(std::move(finding));
  }
  return found;
}

/// The elements of each of those.
inline std::vector<Ids> elements_of(const MapContent& content, std::string_view code,
                                    const FindingOptions& options = {}) {
  std::vector<Ids> elements;
  for (const Finding& finding : findings_of(content, code, options)) elements.push_back(finding.elements);
  return elements;
}

}  // namespace outmap::test
