// Whether a loop runs away, asked again and again of one network.
#pragma once

#include <cstddef>
#include <vector>

#include "model/analysis/whatif/setting.hpp"

namespace outmap {

/// What find_loops says about loops that run away, for many sets of held concepts: loops are looked for once, and not
/// at all where none can run away (radius x L below 1). The setting must outlive it.
class RunawayWatch {
 public:
  explicit RunawayWatch(const WhatIfSetting& setting);

  /// True where, with these concepts held, a loop of which every concept moves in `state` gives back all that it gets
  /// or more, or carries a concept to the end of its range together with others.
  bool operator()(const FcmStart& start, const std::vector<double>& state) const;

 private:
  struct Loop {
    std::vector<std::size_t> numbers;
    bool alone = false;  // its gain x L^links is 1 or more
  };

  bool carried_to_the_end(const Loop& loop, const FcmStart& start, const std::vector<double>& state) const;

  const WhatIfSetting* setting_;
  std::vector<Loop> loops_;
};

}  // namespace outmap
