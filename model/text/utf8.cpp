#include "model/text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace outmap {

namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::uint64_t high_bits = 0x8080808080808080;

/// Bytes that the leading byte announces and the smallest value that needs so many; 0 for a byte that cannot lead.
struct Lead {
  std::size_t bytes;
  char32_t bits;
  char32_t smallest;
};

Lead read_lead(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if ((byte & 0xE0) == 0xC0) return {2, byte & 0x1Fu, 0x80};
  if ((byte & 0xF0) == 0xE0) return {3, byte & 0x0Fu, 0x800};
  if ((byte & 0xF8) == 0xF0) return {4, byte & 0x07u, 0x10000};
  return {0, 0, 0};
}

bool is_scalar_value(char32_t value) { return value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF); }

std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + offset, sizeof word);
    if ((word & high_bits) != 0) break;
    offset += sizeof word;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace

std::optional<CodePoint> code_point_at(std::string_view text, std::size_t offset) {
  const Lead lead = read_lead(static_cast<unsigned char>(text[offset]));
  if (lead.bytes == 0 || lead.bytes > text.size() - offset) return std::nullopt;
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    if (!is_continuation(text[offset + i])) return std::nullopt;
    value = (value << 6) | (static_cast<unsigned char>(text[offset + i]) & 0x3Fu);
  }
  if (value < lead.smallest || !is_scalar_value(value)) return std::nullopt;
  return CodePoint{value, lead.bytes};
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t offset = skip_ascii(text, 0);
  while (offset < text.size()) {
    const auto point = code_point_at(text, offset);
    if (!point) return offset;
    offset += point->bytes;
    if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80) offset = skip_ascii(text, offset);
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t low_bits = 0x0101010101010101;
  std::size_t continuations = 0;
  std::size_t offset = 0;
  for (; offset + sizeof(std::uint64_t) <= text.size(); offset += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + offset, sizeof word);
    // The low bit of each byte that has its highest bit set and the next one not; the product sums the bytes at the
    // top.
    const std::uint64_t continued = (word >> 7) & ~(word >> 6) & low_bits;
    continuations += static_cast<std::size_t>((continued * low_bits) >> 56);
  }
  for (; offset < text.size(); ++offset) continuations += is_continuation(text[offset]) ? 1 : 0;
  return text.size() - continuations;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (!is_scalar_value(code_point)) code_point = replacement;
  const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | (code_point >> 12));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18));
    put(0x80 | ((code_point >> 12) & 0x3F));
    put(0x80 | ((code_point >> 6) & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::u32string to_code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto point = code_point_at(text, offset);
    points.push_back(point ? point->value : replacement);
    offset += point ? point->bytes : 1;
  }
  return points;
}

}  // namespace outmap
