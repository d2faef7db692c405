// How well founded a cause is, in words.
#pragma once

#include <string>

#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// What follows a line on a cause: how exact the contribution is, on how many ways of which no two share a link, and
/// who tells the strongest. "; 2 independent ways, told whole by Parent 7". Empty where there is nothing to
/// say.
std::string support_words(const WhatIfCause& cause);

}  // namespace outmap
