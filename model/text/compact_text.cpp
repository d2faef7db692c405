#include "model/text/compact_text.hpp"

#include <memory>

namespace outmap {

namespace {

/// How long the text behind it is.
using Length = std::size_t;

char* address_in(const char* bytes) {
  char* address = nullptr;
  std::memcpy(&address, bytes, sizeof address);
  return address;
}

}  // namespace

void CompactText::copy_long(std::string_view text) {
  const Length length = text.size();
  char* const block = std::make_unique<char[]>(sizeof length + length).release();
  std::memcpy(block, &length, sizeof length);
  std::memcpy(block + sizeof length, text.data(), length);
  std::memcpy(bytes_.data(), &block, sizeof block);
  bytes_[rest_at] = far;
}

std::string_view CompactText::long_text() const {
  const char* const block = address_in(bytes_.data());
  Length length = 0;
  std::memcpy(&length, block, sizeof length);
  return {block + sizeof length, length};
}

void CompactText::free_long() noexcept { const std::unique_ptr<char[]> freed(address_in(bytes_.data())); }

}  // namespace outmap
