#include "tests/support/text_pairs.hpp"

#include <utility>

namespace outmap::test {

std::vector<Pair> text_pairs(const Theme& t) {
  std::vector<Pair> pairs;
  const std::vector<std::pair<std::string, std::string>> grounds{{"canvas", t.canvas},
                                                                 {"surface", t.surface},
                                                                 {"chip", t.chip},
                                                                 {"chevron", t.chevron},
                                                                 {"track", t.track},
                                                                 {"focus_column", t.focus_column},
                                                                 {"gain_column", t.gain_column},
                                                                 {"accent_tint", t.accent_tint},
                                                                 {"gap_tint", t.gap_tint},
                                                                 {"gain_tint", t.gain_tint},
                                                                 {"loss_tint", t.loss_tint},
                                                                 {"evidence_tint", t.evidence_tint}};
  for (const auto& [name, ground] : grounds) {
    pairs.push_back({"ink on " + name, t.ink, ground});
    pairs.push_back({"ink_2 on " + name, t.ink_2, ground});
  }
  for (const auto& cluster : t.clusters) {
    pairs.push_back({"ink on a hull", t.ink, cluster.tint});
    pairs.push_back({"ink_2 on a hull", t.ink_2, cluster.tint});
  }
  const std::vector<std::pair<std::string, std::string>> meanings{
      {"accent", t.accent}, {"gap", t.gap}, {"gain", t.gain}, {"loss", t.loss}, {"evidence", t.evidence}};
  for (const auto& [name, colour] : meanings) {
    for (const auto& [ground_name, ground] : {std::pair{"canvas", t.canvas},
                                              {"surface", t.surface},
                                              {"focus_column", t.focus_column},
                                              {"gain_column", t.gain_column}})
      pairs.push_back({name + " on " + ground_name, colour, ground});
    if (name != "evidence") pairs.push_back({"on_strong on " + name, t.on_strong, colour});
  }
  pairs.push_back({"gap_text on gap_tint", t.gap_text, t.gap_tint});
  pairs.push_back({"gap_text on surface", t.gap_text, t.surface});
  pairs.push_back({"gain on gain_tint", t.gain, t.gain_tint});
  pairs.push_back({"loss on loss_tint", t.loss, t.loss_tint});
  pairs.push_back({"accent on accent_tint", t.accent, t.accent_tint});
  for (int step = 0; step < 6; ++step)
    pairs.push_back({"gap step " + std::to_string(step), t.gap_step_text[step], t.gap_steps[step]});
  return pairs;
}

}  // namespace outmap::test
