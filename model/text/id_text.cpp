#include "model/text/id_text.hpp"

#include <fmt/format.h>

#include "model/text/utf8.hpp"

namespace outmap {

namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

/// Code points above ASCII that are no letters, digits or marks: controls, spaces, punctuation, symbols, private use.
constexpr CodeRange not_in_ids[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},
    {0x1680, 0x1680}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},
    {0x3008, 0x3020}, {0x3030, 0x3030}, {0xD800, 0xF8FF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFEFF, 0xFEFF},
    {0xFF00, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

bool is_ascii_id_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string in_words(char32_t c) {
  if (c == '.') return "a dot";
  if (c == ' ' || c == 0xA0) return "a space";
  if (c == '\t' || c == '\n' || c == '\r') return "a line break or tab";
  if (c < 0x20 || c == 0x7F) return fmt::format("a control character (U+{:04X})", static_cast<unsigned>(c));
  std::string text = "'";
  append_utf8(text, c);
  return text + "'";
}

}  // namespace

bool is_id_character(char32_t code_point) {
  if (code_point < 0x80) return is_ascii_id_character(code_point);
  for (const auto& [first, last] : not_in_ids) {
    if (code_point >= first && code_point <= last) return false;
  }
  return true;
}

std::optional<std::string> bad_id_character(std::string_view id) {
  for (std::size_t at = 0; at < id.size();) {
    const auto c = code_point_at(id, at);
    if (!c) return "bytes that are no UTF-8";
    if (!is_id_character(c->value)) return in_words(c->value);
    at += c->bytes;
  }
  return std::nullopt;
}

std::string to_id(std::string_view text) {
  std::string id;
  for (const char32_t c : to_code_points(text)) append_utf8(id, is_id_character(c) ? c : U'-');
  return id;
}

}  // namespace outmap
