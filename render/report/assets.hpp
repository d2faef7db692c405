// The style and the script of a report's page. They stand in render/report as they are and are built into the program.
#pragma once

#include <string_view>

namespace outmap {

extern const std::string_view page_css;
extern const std::string_view page_js;

}  // namespace outmap
