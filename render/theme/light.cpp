#include "render/theme/themes.hpp"

namespace outmap {

const Theme& light_theme() {
  static const Theme theme{
      .name = "light",
      .help = "dark ink on white, for screens and projectors",
      .canvas = "#F6F7FA",
      .surface = "#FFFFFF",
      .chip = "#EEF0F5",
      .chevron = "#DDE2EC",
      .track = "#E4E7EE",
      .hairline = "#D9DDE6",
      .grid = "#ECEEF3",
      .ink = "#1B1F2A",
      .ink_2 = "#4A5264",
      .ink_3 = "#626A7C",
      .on_strong = "#FFFFFF",
      .accent = "#2F5BEA",
      .accent_tint = "#E6ECFD",
      .gap = "#C2410C",
      .gap_tint = "#FDEBDD",
      .gap_text = "#8F3009",
      .gap_mid = "#DC8652",
      .gap_stripe = "#D4602A",
      .gain = "#0A7670",
      .gain_tint = "#DDF3F0",
      .gain_dot = "#379189",
      .loss = "#B4232C",
      .loss_tint = "#FBE4E4",
      .evidence = "#6B5BD2",
      .evidence_tint = "#ECE9FB",
      .level_now = "#747D91",
      .focus_column = "#FEF6F0",
      .gain_column = "#F1FAF9",
      .gap_steps = {"#DDF3F0", "#FFF7F0", "#FEEBDC", "#FBD3B4", "#F2A878", "#C2410C"},
      .gap_step_text = {"#1B1F2A", "#1B1F2A", "#1B1F2A", "#1B1F2A", "#1B1F2A", "#FFFFFF"},
      .clusters = {{"#0072B2", "#E3F0F8"},
                   {"#A86400", "#FBF0DC"},
                   {"#00805F", "#DFF3EC"},
                   {"#A3478A", "#F7E8F2"},
                   {"#5A4FCF", "#ECEAFA"},
                   {"#5F6778", "#EEF0F3"}},
  };
  return theme;
}

}  // namespace outmap
