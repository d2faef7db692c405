#include "model/analysis/findings/rules.hpp"

namespace outmap {

std::vector<Found> processes_serving_nothing(const MapFacts& facts) {
  return tell_of(facts.map()->processes, "/processes", [&](const Process& process) -> std::string {
    return !facts.reaches_outcome(process.id) ? quoted(process.name) + " serves no outcome" : "";
  });
}

}  // namespace outmap
