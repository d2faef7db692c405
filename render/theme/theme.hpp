// Colours by what they mean. One file per theme; layouts ask for tokens, never for literal colours.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace outmap {

struct ClusterColour {
  std::string stroke;
  std::string tint;
};

struct Theme {
  std::string_view name;
  std::string_view help;

  // grounds
  std::string canvas;    // the page
  std::string surface;   // cards and sheets on it
  std::string chip;      // neutral chips
  std::string chevron;   // stage headings
  std::string track;     // the empty part of bars
  std::string hairline;  // borders
  std::string grid;      // lines inside charts

  // text and lines
  std::string ink;        // text
  std::string ink_2;      // small and secondary text, >= 4.5:1 on every ground
  std::string ink_3;      // lines and icons only
  std::string on_strong;  // text on accent, gap, gain and loss

  // one accent
  std::string accent;
  std::string accent_tint;

  // meaning
  std::string gap;  // unmet
  std::string gap_tint;
  std::string gap_text;    // text on gap_tint
  std::string gap_mid;     // secondary bars
  std::string gap_stripe;  // stripes on gap_tint
  std::string gain;        // met, better
  std::string gain_tint;
  std::string gain_dot;  // dots on gain_tint
  std::string loss;      // worse, negative
  std::string loss_tint;
  std::string evidence;
  std::string evidence_tint;
  std::string level_now;     // bars of today's level
  std::string focus_column;  // tint of a column in focus
  std::string gain_column;

  /// Fill of an outcome by its gap as a share of the scale, six steps from met to widest, and the text on each.
  std::string gap_steps[6];
  std::string gap_step_text[6];

  ClusterColour clusters[6];
};

/// Every theme, in the order of `outmap list themes`.
std::span<const Theme* const> all_themes();

/// The theme of this name, or null.
const Theme* find_theme(std::string_view name);

}  // namespace outmap
