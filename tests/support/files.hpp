// What stands in files.
#pragma once

#include <filesystem>
#include <string>

namespace outmap::test {

/// The bytes of a file; none where it cannot be read.
std::string bytes_of(const std::filesystem::path& file);

}  // namespace outmap::test
