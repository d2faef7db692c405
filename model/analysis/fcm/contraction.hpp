// Whether a map has only one state in which it can rest.
#pragma once

#include "model/analysis/fcm/simulate.hpp"

namespace outmap {

/// True where the update is a contraction on the free concepts, so that exactly one fixed point exists and every start
/// leads to it (Banach): L·ρ(|M|) < 1 or L·‖M‖₂ < 1, M = W for kosko, W + I for modified-kosko, 2(W + I) for rescaled;
/// L = λ/4 for sigmoid, λ for tanh, 1 for linear. Sufficient, not necessary; false for bivalent and trivalent, which
/// jump. ρ(|M|) is bounded from above on each strongly connected part (Collatz 1942, doi:10.1007/BF01180013), 0 where
/// the free concepts form no loop. ‖M‖₂ by power iteration on MᵀM, with a margin of 10⁻⁶. Held concepts have no say.
/// Deterministic; O(500 × links).
bool has_unique_fixed_point(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options);

/// An upper bound of ρ(|W|) on the free concepts, exact to about 10⁻⁹ where it settles.
double spectral_radius(const FcmNetwork& network, const FcmStart& start);

/// The same question where that radius is known already.
bool has_unique_fixed_point(const FcmNetwork& network, const FcmStart& start, const FcmOptions& options, double radius);

}  // namespace outmap
