#include "render/layout/relations/scores.hpp"

#include <algorithm>

#include "model/text/numbers.hpp"

namespace outmap::relations {
namespace {

constexpr const char* act_first_words = "act here first";

double width_of(ScoreLabels labels) { return labels == ScoreLabels::full ? 84 : 48; }

double gap_of(ScoreLabels labels) { return labels == ScoreLabels::full ? 10 : 7; }

struct Known {
  const char* full;
  const char* brief;
  double score = 0;
  bool need = false;
};

std::vector<Known> known_in(const GroupScores& scores) {
  std::vector<Known> known;
  if (scores.unmet_need) known.push_back({"Unmet need", "need", *scores.unmet_need, true});
  if (scores.collaboration) known.push_back({"Collaboration", "collab.", *scores.collaboration});
  if (scores.value) known.push_back({"Value", "value", *scores.value});
  return known;
}

}  // namespace

double scores_width(const GroupScores& scores, ScoreLabels labels) {
  const auto count = static_cast<double>(known_in(scores).size());
  return count == 0 ? 0 : count * width_of(labels) + (count - 1) * gap_of(labels);
}

Group score_bars(const Style& style, const GroupScores& scores, Point at, ScoreLabels labels) {
  Group group{"", "", "", "scores", "", "", {}};
  const double width = width_of(labels);
  for (const Known& score : known_in(scores)) {
    group.title += (group.title.empty() ? "" : ", ") + std::string(score.full) + " " + grouped(score.score);
    group.shapes.emplace_back(text_line(style, labels == ScoreLabels::full ? score.full : score.brief,
                                        {at.x, at.y + 10},
                                        {type_size::small_px, Face::regular, style.theme.ink_2, Anchor::start, {}}));
    group.shapes.emplace_back(text_line(style, grouped(score.score), {at.x + width, at.y + 10},
                                        {type_size::small_px, Face::semibold, {}, Anchor::end, {}}));
    const bool high = score.need && score.score >= 100 * high_need;
    group.shapes.emplace_back(share_bar(style, {at.x, at.y + 15, width, 4}, std::clamp(score.score / 100, 0.0, 1.0),
                                        high ? style.theme.gap : style.theme.level_now));
    at.x += width + gap_of(labels);
  }
  return group;
}

double act_first_width(const Fonts& fonts) {
  return fonts.width_px(act_first_words, type_size::small_px, Face::semibold) + 16;
}

Group act_first(const Style& style, Point at) {
  const double width = act_first_width(style.fonts);
  PillLook look;
  look.height_px = 16;
  look.size_px = type_size::small_px;
  look.padding_px = 8;
  look.ground = style.theme.accent;
  look.ink = style.theme.on_strong;
  return pill(style, act_first_words, {at.x + width / 2, at.y}, look);
}

}  // namespace outmap::relations
