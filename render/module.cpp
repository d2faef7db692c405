#include "render/module.hpp"

#include <dlfcn.h>

#include <filesystem>
#include <vector>

namespace outmap {
namespace {

std::vector<std::filesystem::path> module_folders() {
  std::vector<std::filesystem::path> folders;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  folders.push_back(program);         // the build tree
  folders.push_back(program / "..");  // a test in its own folder of the build tree
#ifdef OUTMAP_MODULE_FOLDER
  folders.push_back(program / OUTMAP_MODULE_FOLDER);  // installed, as configured
#endif
  folders.push_back(program / ".." / "lib" / "outmap");
  return folders;
}

}  // namespace

void* module_symbol(const char* file, const char* symbol) {
  std::string why = "it is not installed";
  for (const auto& folder : module_folders()) {
    const auto path = folder / file;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) continue;
    void* handle = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (handle == nullptr) {
      why = dlerror();
      continue;
    }
    if (void* found = dlsym(handle, symbol)) return found;
    why = path.string() + " belongs to another version of outmap";
  }
  throw ModuleMissing(why);
}

}  // namespace outmap
