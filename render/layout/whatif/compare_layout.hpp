// Several scenarios side by side as shapes: a column each, under its likelihood; above what it comes to, below the
// outcomes.
#pragma once

#include "render/diagrams/whatif_compare.hpp"
#include "render/layout/parts.hpp"

namespace outmap {

/// Columns and rows that don't fit are counted; with `options.everything` the page grows in height.
Scene lay_out_comparison(const WhatIfComparison& comparison, const DiagramOptions& options, const Style& style);

}  // namespace outmap
