// Interned text for words that repeat many times, such as attribute names and categories.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace outmap {

/// A word that is stored once however often it is used: eight bytes, copied and compared for equality
/// as a pointer. Ordering is by text, so that sorted output never depends on addresses. The table of
/// words is the one piece of shared state in the program: append-only, guarded by a lock, never freed.
class Symbol {
 public:
  Symbol();
  explicit Symbol(std::string_view text);

  const std::string& text() const { return *text_; }
  bool empty() const { return text_->empty(); }

  bool operator==(const Symbol& other) const { return text_ == other.text_; }
  std::strong_ordering operator<=>(const Symbol& other) const {
    return text_ == other.text_ ? std::strong_ordering::equal : *text_ <=> *other.text_;
  }

 private:
  friend struct std::hash<Symbol>;
  const std::string* text_;
};

}  // namespace outmap

template <>
struct std::hash<outmap::Symbol> {
  std::size_t operator()(const outmap::Symbol& symbol) const { return std::hash<const std::string*>{}(symbol.text_); }
};
