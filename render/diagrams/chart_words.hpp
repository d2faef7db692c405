// What a chart says in words: what it asks, what it found, where its numbers come from.
#pragma once

#include <string>
#include <vector>

#include "model/map/map.hpp"

namespace outmap {

/// What a piece of text stands for; a theme has a colour for each.
enum class Tone { plain, gap, gain, loss, accent };

struct TonedText {
  std::string text;
  Tone tone = Tone::plain;
};

struct ChartWords {
  std::string title;
  std::string question;
  std::vector<TonedText> finding;
  Tone bar = Tone::accent;  // of the bar before the finding
  std::string source;       // map, picture, date, scale: at the lower left
  std::string note;         // the formula, or what was left out: at the lower right
};

/// What a chart says where there is nothing to draw.
struct NothingYet {
  std::string what;    // "No outcomes yet"
  std::string advice;  // "Add outcomes with importance, current and target."
};

inline std::string text_of(const std::vector<TonedText>& finding) {
  std::string text;
  for (const TonedText& part : finding) text += part.text;
  return text;
}

/// "Booked fast, Short wait, Kind staff and 2 more": the names of the first `most`.
std::string first_names(const Map& map, const Ids& ids, std::size_t most = 3);

}  // namespace outmap
