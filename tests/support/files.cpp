#include "tests/support/files.hpp"

#include <fstream>
#include <iterator>

namespace outmap::test {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace outmap::test
