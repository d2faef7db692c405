#include "cli/whatif/support.hpp"

#include <fmt/format.h>

#include <vector>

#include "cli/display_text.hpp"
#include "model/text/numbers.hpp"

namespace outmap {
namespace {

/// One link needs no telling as a whole: `explain` and `check` say which links have no source.
std::string told_words(const CausePath& path) {
  if (path.ids.size() < 3) return "";
  switch (path.told) {
    case PathTold::thread:
      return path.told_by.size() == 1 ? "told whole by " + printable(path.told_by.front())
                                      : fmt::format("told whole by {} sources", path.told_by.size());
    case PathTold::stitched:
      return "no single source tells of the whole way";
    case PathTold::unsourced:
      break;
  }
  return "";
}

}  // namespace

std::string support_words(const WhatIfCause& cause) {
  std::vector<std::string> words;
  if (cause.error > 0) words.push_back("±" + few_decimals(cause.error, 2) + " from sampling");
  if (cause.ways.value_or(0) > 1) words.push_back(fmt::format("{} independent ways", *cause.ways));
  const std::string told = cause.paths.empty() ? "" : told_words(cause.paths.front());
  if (!told.empty()) words.push_back(told);
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "; " : ", ") + word;
  return text;
}

}  // namespace outmap
