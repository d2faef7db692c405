#include "render/layout/outcomes/cards.hpp"

#include <algorithm>
#include <cmath>

namespace outmap::outcomes {
namespace {

constexpr double narrow_px = 150;  // beside a number a name would get less than a word's width

/// Px at the right of the name that belong to a number or note.
double right_part_px(const Style& style, const OutcomeNode& node, bool one_line) {
  constexpr double apart = 10;
  if (node.change) return card::change_px + apart - 2;
  if (node.gap && one_line) {
    if (node.gap->words.empty()) return style.fonts.width_px(node.gap->caption, type_size::small_px) + apart;
    return style.fonts.width_px(node.gap->words, type_size::body_px, Face::semibold) + unit_px(style, node) + apart;
  }
  if (node.gap)
    return std::max(style.fonts.width_px(node.gap->words, type_size::heading_px, Face::semibold) + unit_px(style, node),
                    style.fonts.width_px(node.gap->caption, type_size::small_px)) +
           apart;
  const bool beside = node.role == OutcomeNodeRole::initiative || node.role == OutcomeNodeRole::offering;
  return beside && !node.note.empty() ? style.fonts.width_px(node.note, type_size::small_px) + apart : 0;
}

double shape_loss_px(const OutcomeNode& node) {
  if (node.change) return node.role == OutcomeNodeRole::partner ? 8 : 0;
  switch (node.role) {
    case OutcomeNodeRole::partner:
      return 12;
    case OutcomeNodeRole::touchpoint:
      return 8 + card::icon_slot_px;
    case OutcomeNodeRole::stage:
      return 16;
    default:
      return 0;
  }
}

bool has_note_below(const OutcomeNode& node) {
  const bool value = node.role == OutcomeNodeRole::value || node.role == OutcomeNodeRole::value_kind;
  return value && !node.gap && !node.change && !node.note.empty();
}

bool stands_beside(const OutcomeNode& node) {
  return node.gap || node.change || node.role == OutcomeNodeRole::initiative || node.role == OutcomeNodeRole::offering;
}

double height_px(const OutcomeNode& node, const Card& card, std::size_t notes, Density density) {
  if (density == Density::one_line) return 26;
  if (density == Density::tight) return 22;
  const double air = density == Density::roomy ? 16 : 10;
  const auto count = static_cast<double>(card.lines.size());
  double height = count * card::line_px + air;
  if (node.change && card.stacked) height += card::change_line_px;
  if (node.gap) height += 14;  // the bar
  if (node.gap && card.stacked) height += card::number_line_px;
  height += static_cast<double>(notes) * card::note_line_px;
  const double least = (density == Density::roomy ? 46 : 38) + (node.gap ? 14 : 0);
  return std::max(least, height);
}

}  // namespace

double unit_px(const Style& style, const OutcomeNode& node) {
  if (node.gap->unit.empty()) return 0;
  return style.fonts.width_px(node.gap->unit, type_size::small_px) + card::unit_gap_px;
}

bool is_heavy(const OutcomeNode& node) {
  return node.role == OutcomeNodeRole::outcome || node.role == OutcomeNodeRole::value ||
         node.role == OutcomeNodeRole::value_kind || !node.call_out.empty();
}

double natural_width_px(const OutcomeNode& node) {
  if (node.change) return node.role == OutcomeNodeRole::outcome || node.role == OutcomeNodeRole::value ? 184 : 164;
  if (node.gap) return 208;
  switch (node.role) {
    case OutcomeNodeRole::outcome:
      return 208;
    case OutcomeNodeRole::touchpoint:
    case OutcomeNodeRole::value:
    case OutcomeNodeRole::value_kind:
      return 168;
    default:
      return 176;
  }
}

Card make_card(const Style& style, const OutcomeNode& node, double width_px, Density density) {
  const bool one_line = density == Density::one_line || density == Density::tight;
  const int most_lines = density == Density::roomy ? 3 : density == Density::close ? 2 : 1;
  const bool stacked = !one_line && width_px < narrow_px && stands_beside(node);
  const double beside = stacked ? 0 : right_part_px(style, node, one_line);
  const double room = width_px - 2 * card::padding_px - shape_loss_px(node) - beside;
  const Wrapped name = wrap(style.fonts, node.name, std::max(20.0, room), most_lines, type_size::body_px,
                            is_heavy(node) ? Face::semibold : Face::regular);
  Card card;
  card.lines = name.lines;
  card.cut = name.cut;
  card.one_line = one_line;
  card.stacked = stacked;
  if (!one_line && (has_note_below(node) || (stacked && !node.gap && !node.change && !node.note.empty())))
    card.note_lines =
        wrap(style.fonts, node.note, width_px - 2 * card::padding_px, most_lines, type_size::small_px).lines;
  const std::size_t notes = card.note_lines.size() + (node.call_out.empty() ? 0 : 1);
  card.height_px = height_px(node, card, notes, density);
  return card;
}

}  // namespace outmap::outcomes
