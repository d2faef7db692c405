// Colour on a terminal, by what it means.
#pragma once

#include <string>
#include <string_view>

namespace outmap {

enum class Ink { plain, strong, faint, error, warning, note, hint, good };

/// Wraps text in the colours of a terminal, or leaves it as it is where there are none.
class Paint {
 public:
  explicit Paint(bool colours = false) : colours_(colours) {}

  bool colours() const { return colours_; }

  std::string operator()(Ink ink, std::string_view text) const {
    if (!colours_ || ink == Ink::plain || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code(ink)) + "m" + std::string(text) + "\x1b[0m";
  }

 private:
  static std::string_view code(Ink ink) {
    switch (ink) {
      case Ink::plain:
        return "0";
      case Ink::strong:
        return "1";
      case Ink::faint:
        return "2";
      case Ink::error:
        return "1;31";
      case Ink::warning:
        return "1;33";
      case Ink::note:
        return "1;36";
      case Ink::hint:
        return "32";
      case Ink::good:
        return "1;32";
    }
    return "0";
  }

  bool colours_;
};

}  // namespace outmap
