// Real data that others wrote stands beside the checkout on some machines; tests that want it skip where it is absent.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace outmap::test {

/// The path of `name` below the folder named by OUTMAP_DATA, or else ../shared/data beside the checkout; nothing where
/// it is absent: then write WARN("skipped: …") and return.
std::optional<std::filesystem::path> shared_data(const std::string& name);

}  // namespace outmap::test
