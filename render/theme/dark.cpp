#include "render/theme/themes.hpp"

namespace outmap {

const Theme& dark_theme() {
  static const Theme theme{
      .name = "dark",
      .help = "light ink on near-black, for dark rooms and dark pages",
      .canvas = "#0E1219",
      .surface = "#171C26",
      .chip = "#272F3E",
      .chevron = "#323C4E",
      .track = "#2B3342",
      .hairline = "#323B4C",
      .grid = "#242B39",
      .ink = "#EDF0F6",
      .ink_2 = "#BBC3D2",
      .ink_3 = "#98A2B6",
      .on_strong = "#14100E",
      .accent = "#8AA5FF",
      .accent_tint = "#232E52",
      .gap = "#FF9A5C",
      .gap_tint = "#40281A",
      .gap_text = "#FFB98C",
      .gap_mid = "#B26A3C",
      .gap_stripe = "#FF9A5C",
      .gain = "#4CC9BC",
      .gain_tint = "#12383A",
      .gain_dot = "#4CC9BC",
      .loss = "#FF8F8F",
      .loss_tint = "#43242A",
      .evidence = "#B7ACF7",
      .evidence_tint = "#2A2748",
      .level_now = "#8F99AD",
      .focus_column = "#231C1A",
      .gain_column = "#16262A",
      .gap_steps = {"#12383A", "#241E1E", "#40281A", "#693D22", "#BF6E3B", "#FF9A5C"},
      .gap_step_text = {"#EDF0F6", "#EDF0F6", "#EDF0F6", "#EDF0F6", "#14100E", "#14100E"},
      .clusters = {{"#5CB4E8", "#14293A"},
                   {"#E2A23D", "#2A2412"},
                   {"#45BF97", "#102620"},
                   {"#DC8FC6", "#2B1C2A"},
                   {"#A58BFF", "#211D38"},
                   {"#98A2B6", "#222835"}},
  };
  return theme;
}

}  // namespace outmap
