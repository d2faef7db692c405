#include "tests/support/places.hpp"

namespace outmap::test {

std::filesystem::path source_folder() { return OUTMAP_SOURCE_DIR; }

std::filesystem::path program_path() { return OUTMAP_PROGRAM; }

}  // namespace outmap::test
