// Maps of causes of any size for benchmarks, the same at every run.
#pragma once

#include <cstddef>
#include <string>

namespace outmap::bench {

/// Writes a JSON map with this many concepts and influences below the folder for temporary files, and returns its path:
/// an initiative `c0` that nothing changes, a tenth outcomes with levels and targets, held by one customer, the rest
/// factors. Loops are weak enough for every change to settle.
std::string generate_causes(std::size_t concepts, std::size_t influences);

}  // namespace outmap::bench
