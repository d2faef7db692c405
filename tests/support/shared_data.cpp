#include "tests/support/shared_data.hpp"

#include <cstdlib>

#include "tests/support/places.hpp"

namespace outmap::test {

std::optional<std::filesystem::path> shared_data(const std::string& name) {
  const char* folder = std::getenv("OUTMAP_DATA");
  const auto base = folder != nullptr ? std::filesystem::path(folder) : source_folder() / ".." / "shared" / "data";
  const auto path = base / name;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

}  // namespace outmap::test
