// What the rules of structural findings look at, gathered once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/analysis/findings/findings.hpp"
#include "model/analysis/findings/proof.hpp"
#include "model/analysis/levels.hpp"
#include "model/graph/effects.hpp"

namespace outmap {

/// One finding as its rule tells it; the code, its severity and its hint are those of the rule.
struct Found {
  Ids elements;
  std::string subject;
  std::string message;
  std::string path;
};

/// A map on a day, with its ways, levels and proof; what few rules ask about is found when the first one asks. The map,
/// its levels, the options and the graph must outlive it. `effects`, where it is at hand, is the map's effect graph
/// with delivery.
class MapFacts {
 public:
  MapFacts(const Map& map, const LevelTable& levels, const FindingOptions& options,
           const EffectGraph* effects = nullptr);

  const Map& map() const { return map_; }
  const FindingOptions& options() const { return options_; }
  std::optional<Date> day() const { return levels_.day(); }
  const LevelTable& levels() const { return levels_; }
  const ProofTable& proof() const;

  /// Every effect, and the delivery from touchpoints over stages to outcomes. Ways, of which the next three tell, are
  /// these but for influences of weight 0 and for what was stopped.
  const EffectGraph& effects() const;
  const VertexIds& vertices() const { return effects().vertices; }

  /// Whether effects lead here from an initiative, a process, an offering or a touchpoint. That an outcome is wanted at
  /// a stage does not say what brings it about, so delivery does not count.
  bool is_served(std::string_view id) const { return is_marked(ways().served, id); }

  /// Whether any way leads from here to an outcome, delivery included: what works at a contact gets the benefit of the
  /// doubt.
  bool reaches_outcome(std::string_view id) const { return is_marked(ways().reaching, id); }

  /// Whether effects whose size is said lead from here to an outcome.
  bool changes_outcome(std::string_view id) const { return is_marked(ways().changing, id); }

  /// The outcome as a whole has an importance of FindingOptions::important_from or more.
  bool is_important(const Outcome& outcome) const;

 private:
  struct Ways {
    std::vector<bool> served, reaching, changing;  // by vertex
  };

  const Ways& ways() const;
  bool is_marked(const std::vector<bool>& marks, std::string_view id) const;

  const Map& map_;
  const FindingOptions& options_;
  const LevelTable& levels_;
  const EffectGraph* given_;
  mutable std::unique_ptr<const EffectGraph> effects_;  // this and the next two: made when first asked for
  mutable std::optional<Ways> ways_;
  mutable std::optional<ProofTable> proof_;
};

/// The name in single quotes.
std::string quoted(std::string_view name);

/// A finding about one element, called by its name.
Found about(const Element& element, std::string path, std::string message);

}  // namespace outmap
