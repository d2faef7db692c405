#include "render/theme/themes.hpp"

namespace outmap {

const Theme& print_theme() {
  static const Theme theme{
      .name = "print",
      .help = "white grounds and dark lines, for paper and black-and-white copiers",
      .canvas = "#FFFFFF",
      .surface = "#FFFFFF",
      .chip = "#F0F0F0",
      .chevron = "#E2E2E2",
      .track = "#E6E6E6",
      .hairline = "#9A9A9A",
      .grid = "#D4D4D4",
      .ink = "#000000",
      .ink_2 = "#333333",
      .ink_3 = "#4D4D4D",
      .on_strong = "#FFFFFF",
      .accent = "#1B3FB5",
      .accent_tint = "#F2F4FC",
      .gap = "#9A3206",
      .gap_tint = "#FFF6F0",
      .gap_text = "#7A2604",
      .gap_mid = "#B9622F",
      .gap_stripe = "#9A3206",
      .gain = "#065A56",
      .gain_tint = "#F2FBFA",
      .gain_dot = "#065A56",
      .loss = "#8C1119",
      .loss_tint = "#FFF5F5",
      .evidence = "#4B3CA8",
      .evidence_tint = "#F6F5FD",
      .level_now = "#6E6E6E",
      .focus_column = "#FBF7F4",
      .gain_column = "#F7FBFA",
      .gap_steps = {"#FFFFFF", "#F7F2EE", "#F2E2D6", "#E6C4AC", "#D49B75", "#9A3206"},
      .gap_step_text = {"#000000", "#000000", "#000000", "#000000", "#000000", "#FFFFFF"},
      .clusters = {{"#005A8E", "#F5F9FC"},
                   {"#8A5200", "#FCF9F3"},
                   {"#00614A", "#F4FAF8"},
                   {"#7F2F6A", "#FBF6FA"},
                   {"#4A3AA0", "#F7F6FC"},
                   {"#3F4655", "#F7F7F8"}},
  };
  return theme;
}

}  // namespace outmap
