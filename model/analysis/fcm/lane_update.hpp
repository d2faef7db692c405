// The inner loop of following many runs at once: one update of every concept, in vectors of runs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace outmap {

inline constexpr std::size_t fcm_lanes = 16;

/// Lists of a network and its start, as FcmNetwork and FcmStart have them. Numbers of runs stand beside each other:
/// [link × fcm_lanes + run], [concept × fcm_lanes + run].
struct LaneUpdate {
  std::size_t concepts = 0;
  const std::uint32_t* begins = nullptr;
  const std::uint32_t* causes = nullptr;
  const double* weights = nullptr;
  const double* shared = nullptr;  // [link], where all runs share the weights of a concept's causes; null: none do
  const std::uint8_t* differs = nullptr;  // [concept], with `shared`: 1 where they do not
  const std::uint8_t* held = nullptr;     // null: none
  const double* low = nullptr;            // null: −1
  const double* high = nullptr;           // null: 1
  double own = 0;                         // what a concept keeps of itself: 0 by kosko, 1 by modified-kosko
};

/// next = clip(own × state + Σ state of causes × weight), and the largest change of each run to `largest`. What is held
/// is left alone in `next`. Sums run in the order of the links, without fused multiplication, so that the digits are
/// those of `simulate` on any processor.
void update_linear_lanes(const LaneUpdate& update, const double* state, double* next, double* largest);

}  // namespace outmap
