// What stands behind an outcome: evidence for and against it, answers of people, readings.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

struct Proof {
  std::vector<const Evidence*> supporting;     // in the order of the file
  std::vector<const Evidence*> contradicting;  // likewise
  std::size_t answers = 0;                     // ratings and Kano pairs about it
  std::size_t measurements = 0;                // readings and ratings of it
  bool undated = false;                        // some of the evidence or answers has no date
  std::optional<Date> newest;                  // of the evidence and answers that have one

  bool is_empty() const { return supporting.empty() && contradicting.empty() && answers == 0; }
};

/// The proof of every element that has any, up to a day (of everything where there is none). What has no date counts.
/// Made in O(rows). The map must outlive it.
class ProofTable {
 public:
  ProofTable(const Map& map, std::optional<Date> day);

  /// Empty where nothing is known.
  const Proof& of(std::string_view id) const;

 private:
  void add_evidence(const Map& map, std::optional<Date> day);
  void add_answers(const Map& map, std::optional<Date> day);

  std::unordered_map<std::string_view, Proof> proofs_;
};

}  // namespace outmap
