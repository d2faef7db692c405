// Names of elements before and after a scenario.
#pragma once

#include <string>

#include "cli/display_text.hpp"
#include "model/analysis/whatif/report.hpp"

namespace outmap {

/// Names in the changed map, else in today's: what was removed has a name too.
class Names {
 public:
  Names(const Map& today, const Map& after) : today_(today), after_(after) {}
  Names(const Map& today, const WhatIfReport& report) : today_(today), after_(report.map ? *report.map : today) {}
  std::string operator()(const Id& id) const { return printable((today_.find(id) ? today_ : after_).name_of(id)); }
  std::string quoted(const Id& id) const { return "'" + (*this)(id) + "'"; }
  std::string path(const Ids& ids) const {
    std::string text;
    for (const Id& id : ids) text += (text.empty() ? "" : " → ") + (*this)(id);
    return text;
  }
  /// "A, B and 3 more"
  std::string several(const Ids& ids, std::size_t most = 3) const {
    const std::size_t named = ids.size() > most + 1 ? most : ids.size();
    std::string text;
    for (std::size_t i = 0; i < named; ++i) {
      text += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + (*this)(ids[i]);
    }
    if (named < ids.size()) text += " and " + std::to_string(ids.size() - named) + " more";
    return text;
  }

 private:
  const Map& today_;
  const Map& after_;
};

}  // namespace outmap
