// Installed fonts that draw what the family of the pictures lacks: Japanese, Arabic, emoji.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "render/text/font_files.hpp"
#include "render/text/measure.hpp"
#include "render/text/shaping.hpp"

namespace outmap {

/// A font that draws what a family lacks, and which of the characters asked for it draws.
struct StandIn {
  StandInFont font;
  std::set<char32_t> characters;
};

/// Which fonts draw those of `characters` that the face lacks, in fontconfig's order; marks are asked of every one of
/// them. Empty where the face has them all.
std::vector<StandIn> find_stand_ins(const Fonts& fonts, Face face, const std::set<char32_t>& characters);

/// The file of a font that stands in, cut to its characters and all that joins them. Empty where it cannot be cut.
std::string subset_of(const StandIn& wanted);

/// A font that stands in, opened.
struct OpenStandIn {
  StandInFont font;
  FaceHandle face;
  double units_per_em = 1;
};

/// Which font stands in for which character: the one that fontconfig names, so that librsvg draws with the same. Each
/// character is asked for once, each font opened once. Not for use by several threads at once.
class StandIns {
 public:
  explicit StandIns(std::string family) : family_(std::move(family)) {}

  /// Nothing where no installed font draws it.
  OpenStandIn* find(Face face, char32_t code_point);

 private:
  OpenStandIn* open(const StandInFont& font);

  std::string family_;
  std::map<std::pair<Face, char32_t>, OpenStandIn*> found_;
  std::map<std::pair<std::string, unsigned>, std::unique_ptr<OpenStandIn>> opened_;
};

}  // namespace outmap
