// Where tests find the checkout and the program. The paths are compiled into one file alone, so that a compiler cache
// serves every other test file in any checkout.
#pragma once

#include <filesystem>

namespace outmap::test {

/// The root of the checkout.
std::filesystem::path source_folder();

/// The program that was built with the tests.
std::filesystem::path program_path();

}  // namespace outmap::test
