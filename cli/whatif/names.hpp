// Names of elements before and after a scenario.
#pragma once

#include <string>
#include <vector>

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
  /// "'A', 'B'"
  std::string quoted(const Ids& ids) const {
    std::vector<std::string> names;
    for (const Id& id : ids) names.push_back(quoted(id));
    return few_of(names, ids.size());
  }
  /// "A, B and 3 more"
  std::string several(const Ids& ids, std::size_t most = 3) const {
    std::vector<std::string> names;
    for (const Id& id : ids) names.push_back((*this)(id));
    return few_in_a_row(names, most);
  }

 private:
  const Map& today_;
  const Map& after_;
};

}  // namespace outmap
