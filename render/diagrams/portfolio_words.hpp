// What the picture of a portfolio says.
#pragma once

#include "render/diagrams/portfolio_diagram.hpp"

namespace outmap::portfolio_words {

PlanRow row_of(const Map& map, const PortfolioReport& report, const PlannedInitiative& planned);
LeftOutRow row_of(const Map& map, const PortfolioReport& report, const LeftOutInitiative& left);

/// "+ Online booking, One call − Evening line": what a plan has more and less than another.
std::string difference(const Map& map, const Ids& before, const Ids& after);

/// Heading, finding, footer.
void tell(const Map& map, const PortfolioReport& report, const DiagramOptions& options, PortfolioDiagram& diagram);

}  // namespace outmap::portfolio_words
