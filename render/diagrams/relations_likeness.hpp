// Derived ties: elements that nobody declared to be tied, and that are alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/diagrams/relations_diagram.hpp"
#include "render/diagrams/relations_source.hpp"

namespace outmap {

struct DerivedTies {
  std::vector<RelationTie> ties;  // as drawn, weakest first
  std::size_t left_out = 0;       // derived ties among the shown elements that are not drawn
};

/// The derived ties without a declared one among the shown elements, of which the most alike are drawn: about one for
/// three elements and two an element, or, in a map that declares nothing, so many that what hangs together is seen to.
/// `place_of`: element by node, no_index where it is not shown. Where `opened` is a cluster, ties between others do not
/// count. O(ties log ties).
DerivedTies derive_ties(const RelationsSource& source, const std::vector<std::size_t>& place_of, std::size_t shown,
                        std::size_t opened);

/// What two nodes share, in few words: needs in common, else up to two attributes. Empty: nothing that can be named.
struct SharedWords {
  std::string words;
  bool needs = false;  // both want it
};
SharedWords shared_by(const RelationsSource& source, std::size_t one, std::size_t other);

}  // namespace outmap
