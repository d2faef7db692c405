// Bytes of a file or of standard input.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <utility>
#include <vector>

#include "model/io/large_pages.hpp"
#include "model/io/parse.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_bytes = std::size_t{1} << 16;

void refuse(const std::string& path, Diagnostics& problems, std::string code, std::string message, std::string hint) {
  problems.add(
      {std::move(code), Severity::error, Place{path, 0, 0, 1, {}, 0}, {}, std::move(message), std::move(hint)});
}

/// The name in the same folder that was probably meant, as a path like the one given; else empty.
std::string nearest_path(const fs::path& missing) {
  const fs::path folder = missing.has_parent_path() ? missing.parent_path() : fs::path(".");
  std::error_code failure;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure))
    names.push_back(entry->path().filename().string());
  std::sort(names.begin(), names.end());
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string_view near = nearest(missing.filename().string(), views);
  return near.empty() ? std::string() : (missing.parent_path() / near).string();
}

void refuse_missing(const std::string& path, Diagnostics& problems) {
  const std::string near = nearest_path(path);
  const fs::path folder = fs::path(path).parent_path();
  std::error_code failure;
  std::string hint;
  if (!near.empty()) {
    hint = "did you mean '" + near + "'?";
  } else if (!folder.empty() && !fs::exists(folder, failure)) {
    hint = "the folder '" + folder.string() + "' does not exist either";
  }
  refuse(path, problems, "file.not-found", "there is no such file", std::move(hint));
}

/// All bytes, but at most one more than `max_bytes`; nothing when reading fails.
std::optional<std::string> read_all(std::istream& input, std::size_t expected, std::size_t max_bytes) {
  std::string bytes;
  bytes.reserve(std::min(expected, max_bytes) + 1);
  expect_to_fill(bytes.data(), bytes.capacity());
  while (bytes.size() <= max_bytes) {
    const std::size_t had = bytes.size();
    const std::size_t room = std::max(chunk_bytes, bytes.capacity() - had);
    const std::size_t wanted = std::min(room, max_bytes + 1 - had);
    bytes.resize(had + wanted);
    input.read(bytes.data() + had, static_cast<std::streamsize>(wanted));
    bytes.resize(had + static_cast<std::size_t>(input.gcount()));
    if (input.bad()) return std::nullopt;
    if (!input) break;
  }
  return bytes;
}

std::optional<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::error_code failure;
  const auto size = fs::file_size(path, failure);
  return read_all(file, failure ? chunk_bytes : static_cast<std::size_t>(size), max_bytes);
}

}  // namespace

std::optional<Source> read_source(const std::string& path, Diagnostics& problems, const ReadOptions& options) {
  if (path == "-") {
    auto bytes = read_all(std::cin, chunk_bytes, options.max_bytes);
    if (bytes) return decode_source("<stdin>", std::move(*bytes), problems, options);
    refuse("<stdin>", problems, "file.unreadable", "standard input cannot be read", {});
    return std::nullopt;
  }
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found) {
    refuse_missing(path, problems);
  } else if (status.type() == fs::file_type::directory) {
    refuse(path, problems, "file.directory", "this is a folder, and a file was expected", {});
  } else if (auto bytes = read_file(path, options.max_bytes)) {
    return decode_source(path, std::move(*bytes), problems, options);
  } else {
    refuse(path, problems, "file.unreadable", "the file cannot be read", "check its permissions");
  }
  return std::nullopt;
}

}  // namespace outmap
