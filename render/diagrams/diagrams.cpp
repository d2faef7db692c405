#include <array>

#include "render/diagram.hpp"
#include "render/diagrams/dendrogram.hpp"
#include "render/diagrams/gaps.hpp"
#include "render/diagrams/journey.hpp"
#include "render/diagrams/ladder.hpp"
#include "render/diagrams/outcomes.hpp"
#include "render/diagrams/portfolio.hpp"
#include "render/diagrams/progress.hpp"
#include "render/diagrams/relations.hpp"
#include "render/diagrams/sensitivity.hpp"
#include "render/diagrams/trend.hpp"
#include "render/diagrams/value_map.hpp"
#include "render/diagrams/whatif.hpp"

namespace outmap {
namespace {

constexpr std::array diagrams{
    DiagramKind{"journey", "Where does a customer get less value than wanted, stage by stage?", draw_journey,
                graph_journey, ScenarioUse::beside_today},
    DiagramKind{"relations",
                "Which clusters of customers and partners deserve attention first, and what holds them together?",
                draw_relations, graph_relations},
    DiagramKind{"dendrogram", "Who is most alike, and at which likeness do groups part?", draw_dendrogram,
                graph_dendrogram},
    DiagramKind{"outcomes", "What leads to the outcomes, and where does all depend on one link?", draw_outcomes,
                graph_outcomes},
    DiagramKind{"gaps", "Which outcomes matter, fall short and touch many: where to begin?", draw_gaps, graph_gaps},
    DiagramKind{"whatif", "What comes of a scenario: what changes, who loses, and how sure is that?", draw_whatif,
                graph_whatif, ScenarioUse::needed, true},
    DiagramKind{"sensitivity", "On which assumptions does a what-if hang, and which are to be tested first?",
                draw_sensitivity, graph_sensitivity, ScenarioUse::needed},
    DiagramKind{"portfolio", "What does a budget buy, and what would more money add?", draw_portfolio, graph_portfolio},
    DiagramKind{"progress", "How far has each partner come on its ladder, and what moved?", draw_progress,
                graph_progress},
    DiagramKind{"trend", "Did it work: which levels moved, which way, and what happened meanwhile?", draw_trend,
                graph_trend},
    DiagramKind{"ladder", "Does every dearer offering give clearly more?", draw_ladder, graph_ladder},
    DiagramKind{"value-map", "Who gives more for the price: we or the alternatives?", draw_value_map, graph_value_map},
};

}  // namespace

std::span<const DiagramKind> all_diagrams() { return diagrams; }

const DiagramKind* find_diagram(std::string_view name) {
  for (const DiagramKind& diagram : diagrams)
    if (diagram.name == name) return &diagram;
  return nullptr;
}

}  // namespace outmap
