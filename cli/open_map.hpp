// The map that a command works on.
#pragma once

#include <stdexcept>
#include <string>

#include "cli/console.hpp"
#include "model/io/load.hpp"

namespace outmap {

/// A map with errors; they have been shown. Exit status 2.
class MapRefused : public std::runtime_error {
 public:
  MapRefused() : std::runtime_error("the map has errors") {}
};

/// Loads the map at `path`, with errors or without, and shows how far it has come where that takes over a second.
LoadedMap load_with_progress(const std::string& path, const Console& console);

/// Loads the map at `path` ("-" for standard input). Shows its errors on stderr and throws MapRefused where it has any;
/// warnings are only counted, with a word on how to see them. The result always holds a map.
LoadedMap open_map(const std::string& path, const Console& console);

/// The path as one would type it in a shell.
std::string shell_word(const std::string& path);

}  // namespace outmap
