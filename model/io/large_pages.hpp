// Memory for whole tables, asked for in large pages.
#pragma once

#include <cstddef>

namespace outmap {

/// Tells the system that this memory will be filled from one end to the other, so that it may give it in pages of 2 MB
/// instead of 4 kB: a million rows otherwise spend a quarter of their reading on being given memory. A hint: nothing
/// happens where there are no such pages, or where the memory is too small for one.
void expect_to_fill(void* begin, std::size_t bytes);

}  // namespace outmap
