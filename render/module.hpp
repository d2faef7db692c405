// Parts of the program that stand beside it and are loaded when they are first needed.
#pragma once

#include <stdexcept>
#include <string>

namespace outmap {

/// A module that is not there or cannot be loaded; what() says why in half a sentence.
class ModuleMissing : public std::runtime_error {
 public:
  explicit ModuleMissing(const std::string& why) : std::runtime_error(why) {}
};

/// What `symbol` names in the module `file`, which is looked for beside the program and where the program's modules are
/// installed. It stays loaded to the end, for the libraries behind it keep state that cannot be made twice. Each module
/// costs what its libraries cost to link, 1 to 10 ms, so callers ask once and only when they must. Throws
/// ModuleMissing.
void* module_symbol(const char* file, const char* symbol);

}  // namespace outmap
