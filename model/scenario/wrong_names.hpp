// Wrong names in scenarios that could not be read whole.
#pragma once

#include "model/map/map.hpp"
#include "model/scenario/load.hpp"

namespace outmap {

/// Ids, fields and influences that `map` does not have, in what could be read of scenarios with errors: so that they
/// are told in the same pass as these. Left out is what may only follow from an error: everything where a list to be
/// added could not be read, and what stands where something could not be. Located.
Diagnostics wrong_names(const Map& map, const LoadedScenarios& loaded);

}  // namespace outmap
