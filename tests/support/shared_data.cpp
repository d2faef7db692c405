#include "tests/support/shared_data.hpp"

#include <cstdlib>

namespace outmap::test {

std::optional<std::filesystem::path> shared_data(const std::string& name) {
  const char* folder = std::getenv("OUTMAP_DATA");
  const auto base = folder != nullptr ? std::filesystem::path(folder)
                                      : std::filesystem::path(OUTMAP_SOURCE_DIR) / ".." / "shared" / "data";
  const auto path = base / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

}  // namespace outmap::test
