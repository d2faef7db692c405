#include "render/write/base64.hpp"

#include <cstdint>

namespace outmap {

std::string base64(std::string_view bytes) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text((bytes.size() + 2) / 3 * 4, '=');
  const auto byte = [&](std::size_t at) -> std::uint32_t {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
  };
  char* to = text.data();
  for (std::size_t at = 0; at < bytes.size(); at += 3, to += 4) {
    const std::uint32_t group = byte(at) << 16 | byte(at + 1) << 8 | byte(at + 2);
    to[0] = kDigits[group >> 18];
    to[1] = kDigits[group >> 12 & 63];
    if (at + 1 < bytes.size()) to[2] = kDigits[group >> 6 & 63];
    if (at + 2 < bytes.size()) to[3] = kDigits[group & 63];
  }
  return text;
}

}  // namespace outmap
