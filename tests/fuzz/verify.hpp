// What must hold for every document and every diagnostic, whatever the input was.
#pragma once

#include <cstdlib>
#include <set>
#include <string>

#include "model/io/document.hpp"
#include "model/text/utf8.hpp"

namespace outmap::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void verify(const Place& place) {
  if (place.line == 0) return;
  require(place.column >= 1 && place.length >= 1);
  const std::size_t shown = count_code_points(place.excerpt);
  require(shown <= Source::longest_excerpt);
  require(place.excerpt_column >= 1 && place.excerpt_column <= shown + 1);
  require(place.excerpt_column <= place.column);
  require(place.excerpt_column + place.length <= shown + 2);
}

inline void verify(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems.all()) {
    verify(problem.place);
    require(!problem.code.empty() && !problem.message.empty());
  }
}

inline void verify(Value value, std::size_t depth) {
  require(depth <= DocumentBuilder::max_depth);
  verify(value.place());
  verify(value.key_place());
  if (value.is_scalar()) {
    require(value.node().next == value.index() + 1);
    if (value.kind() == NodeKind::text || value.kind() == NodeKind::plain)
      require(value.text().size() == value.node().text.length);
    return;
  }
  std::set<std::uint32_t> keys;
  std::uint32_t children = 0;
  for (const Value child : value) {
    require(child.index() > value.index() && child.node().next <= value.node().next);
    if (value.kind() == NodeKind::mapping) require(keys.insert(child.key_number()).second);
    verify(child, depth + 1);
    ++children;
  }
  require(children == value.size());
}

inline void verify(const std::optional<Document>& document, const Diagnostics& problems) {
  verify(problems);
  require(document.has_value() || problems.has_errors());
  if (!document) return;
  require(!document->empty() && document->root().node().next == document->nodes().size());
  verify(document->root(), 0);
}

}  // namespace outmap::fuzz
