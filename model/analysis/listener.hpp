// Whoever waits for long work is told how far it has come.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace outmap {

/// `done` of `of` parts of `what`; where `of` is 0 nobody knows how many there are. Called often, by one thread at a
/// time. Never changes a result.
using Listener = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

}  // namespace outmap
