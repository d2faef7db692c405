// libyaml's reasons in plain words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace outmap {

/// What libyaml said when it stopped.
struct YamlStop {
  std::string_view problem;
  char found = '\0';             // the character at the place; '\0' at the end of the file
  std::uint32_t begun_line = 0;  // of the list, mapping or text that it was reading; 0: none
};

struct YamlReason {
  std::string message;
  std::string hint;
};

/// A sentence of ours and what to do about it, for every problem that libyaml 0.2 knows.
YamlReason explain_yaml_problem(const YamlStop& stop);

}  // namespace outmap
