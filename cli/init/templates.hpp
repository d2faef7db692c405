// The files that `outmap init` writes. They stand in cli/init as they are and are built into the program.
#pragma once

#include <string_view>

namespace outmap {

struct TemplateFile {
  std::string_view name;
  std::string_view text;
};

extern const TemplateFile starter_files[3];

}  // namespace outmap
