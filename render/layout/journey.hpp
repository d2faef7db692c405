// Where everything of a journey picture stands, in px.
#pragma once

#include "render/diagram.hpp"
#include "render/diagrams/journey_diagram.hpp"

namespace outmap {

/// Columns are stages, lanes are what is known of them, the band in the middle shows emotion and value. What does not
/// fit is left out by levels of detail, counted in its cell ('+2 more') and summed in the footer; where even the least
/// detail does not fit, the page grows. `options.everything` draws all, on a page as high as it takes. Many stages
/// widen the page. Same diagram, options and style, same scene. O(levels of detail x texts).
Scene lay_out_journey(const JourneyDiagram& journey, const DiagramOptions& options, const Style& style);

}  // namespace outmap
