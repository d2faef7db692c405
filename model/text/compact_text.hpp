// A text in sixteen bytes, for what stands in a million rows: who answered, about what.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace outmap {

/// A text of at most 15 bytes stands in the object itself, a longer one in memory of its own: half the size of a
/// std::string, for ids and names that are only read. Equal and ordered as texts are. A view of it lives as long as the
/// object stays where it is.
class CompactText {
 public:
  CompactText() { bytes_[rest_at] = most_held; }
  // Not explicit: a text may stand wherever one is asked for.
  CompactText(std::string_view text) : CompactText() { fill(text); }
  CompactText(const std::string& text) : CompactText(std::string_view(text)) {}
  CompactText(const char* text) : CompactText(std::string_view(text)) {}

  CompactText(const CompactText& other) : bytes_(other.bytes_) {
    if (other.is_long()) copy_long(other.long_text());
  }
  CompactText(CompactText&& other) noexcept : CompactText() { swap(other); }
  CompactText& operator=(CompactText other) noexcept {
    swap(other);
    return *this;
  }
  ~CompactText() {
    if (is_long()) free_long();
  }

  /// Another text in place of this: one that is made first and then moved would be read before its bytes have arrived.
  void assign(std::string_view text) {
    if (is_long()) *this = CompactText();
    fill(text);
  }

  bool empty() const { return bytes_[rest_at] == most_held; }
  std::string_view view() const { return is_long() ? long_text() : std::string_view(bytes_.data(), size_held()); }
  operator std::string_view() const { return view(); }
  std::string str() const { return std::string(view()); }

  bool operator==(const CompactText& other) const { return view() == other.view(); }
  std::strong_ordering operator<=>(const CompactText& other) const { return view() <=> other.view(); }

  template <class Text>
  requires(std::convertible_to<const Text&, std::string_view> && !std::same_as<Text, CompactText>) bool operator==(
      const Text& text) const {
    return view() == std::string_view(text);
  }

 private:
  static constexpr std::size_t rest_at = 15;
  static constexpr char most_held = 15;
  static constexpr char far = 16;

  /// All sixteen bytes at once, where std::array swaps one after the other.
  void swap(CompactText& other) noexcept {
    const auto held = bytes_;
    bytes_ = other.bytes_;
    other.bytes_ = held;
  }

  bool is_long() const { return bytes_[rest_at] == far; }
  std::size_t size_held() const { return static_cast<std::size_t>(most_held - bytes_[rest_at]); }

  /// Of a text that is held here.
  void fill(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(most_held)) return copy_long(text);
    if (!text.empty()) std::memcpy(bytes_.data(), text.data(), text.size());
    bytes_[rest_at] = static_cast<char>(most_held - static_cast<char>(text.size()));
  }

  void copy_long(std::string_view text);
  std::string_view long_text() const;
  void free_long() noexcept;

  /// The text, and in the last byte how much room is left behind it; or the address of a long text.
  alignas(8) std::array<char, 16> bytes_{};
};

}  // namespace outmap
