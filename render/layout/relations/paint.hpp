// A planned relational map as shapes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "render/layout/parts.hpp"
#include "render/layout/relations/plan.hpp"

namespace outmap::relations {

/// Colour of a group by its place: five of their own, the rest grey; what is in no group has the grey too.
const ClusterColour& colour_of(const Theme& theme, const RelationsDiagram& diagram, std::size_t group);

/// The letter in the ring of a type that has no drawing of its own: its first letter that no other type took.
using TypeLetters = std::map<std::string, std::string>;
TypeLetters letters_for(const RelationsDiagram& diagram);

/// A tie's type as a ring of 16 px round `centre`.
Group type_glyph(const Style& style, const TypeLetters& letters, const std::string& type, Point centre,
                 const Colour& colour);

/// Width of a tie or bundle by its strength: three steps.
double width_of(int step);

/// What the painting of one map needs at hand.
struct Painter {
  const RelationsDiagram& diagram;
  const Plan& plan;
  const Style& style;
  TypeLetters letters;
  double members_per_mark = 1;       // overview
  std::vector<std::size_t> named{};  // overview: elements drawn as chips
};

std::vector<Shape> paint_hulls(const Painter& painter);
std::vector<Shape> paint_ties(const Painter& painter);
std::vector<Shape> paint_elements(const Painter& painter);
std::vector<Shape> paint_marks(const Painter& painter);  // glyphs, labels, badges

/// Number of a group in its colour.
Group number_badge(const Style& style, Point centre, std::size_t number, const Colour& colour);

/// How a customer's card or a partner's hexagon is drawn.
struct ElementLook {
  bool hexagon = false;
  bool internal = false;  // dashed: own staff
  bool center = false;    // a thick outline
};

/// The shape without words.
Shape element_shape(const Style& style, const Box& box, const ElementLook& look, const ClusterColour& colour);

/// An element as a small chip, its name as far as it fits.
Group paint_chip(const Painter& painter, const RelationElement& element, const std::string& name, const Box& box,
                 const ClusterColour& colour);

/// Who is tied to nobody, below the region.
Group paint_isolated(const Painter& painter);

/// The bar of unmet need; orange from high_need.
Group need_bar(const Style& style, const Box& box, double need);

/// Groups, then how to read the picture: exactly what occurs.
Group paint_panel(const Painter& painter);

/// The page with its heading; the panel and the footer.
Scene empty_scene(const Painter& painter);
void add_frame(const Painter& painter, Scene& scene);

Scene paint_relations(const RelationsDiagram& diagram, const Plan& plan, const Style& style);

}  // namespace outmap::relations
