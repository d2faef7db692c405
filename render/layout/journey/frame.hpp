// Heading and footer of a journey picture.
#pragma once

#include "render/layout/journey/fit.hpp"

namespace outmap::journey_picture {

/// Title, question and finding. Names in the finding are cut so that the sentence fits; the sentence itself never is.
Group draw_heading(const Sheet& sheet);

/// What the picture is made of, what it leaves out, and how its numbers are to be read.
Group draw_footer(const JourneyDiagram& journey, const Sheet& sheet, const Fitted& fitted);

}  // namespace outmap::journey_picture
