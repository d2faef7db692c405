// Bytes to UTF-8 text: byte order marks, UTF-16, Windows-1252.
#include <fmt/format.h>
#include <array>
#include <cstdint>
#include <utility>

#include "model/io/parse.hpp"
#include "model/text/utf8.hpp"

namespace outmap {

namespace {

constexpr std::size_t shown_after = 200;  // bytes of the excerpt after the place
constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";
constexpr std::string_view utf32_little_mark = std::string_view("\xFF\xFE\0\0", 4);
constexpr std::string_view utf32_big_mark = std::string_view("\0\0\xFE\xFF", 4);

/// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters; five are not assigned.
constexpr std::array<char32_t, 32> windows_1252_at_80 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252_at_80[byte - 0x80] : byte);
  }
  return text;
}

/// Nothing when a surrogate stands alone or half a unit is left over.
std::optional<std::string> from_utf16(std::string_view bytes, bool little) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return little ? char32_t(second) << 8 | first : char32_t(first) << 8 | second;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t value = unit(i);
    if (value >= 0xDC00 && value <= 0xDFFF) return std::nullopt;
    if (value >= 0xD800 && value <= 0xDBFF) {
      if (i + 2 >= bytes.size()) return std::nullopt;
      const char32_t low = unit(i += 2);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(text, value);
  }
  return text;
}

/// Collects what is said about one file.
class Decoder {
 public:
  Decoder(std::string name, std::string bytes, Diagnostics& problems, const ReadOptions& options)
      : name_(std::move(name)), bytes_(std::move(bytes)), problems_(problems), options_(options) {}

  std::optional<Source> run() {
    if (bytes_.size() > options_.max_bytes) {
      say(Severity::error, "file.too-large", "the file is larger than " + std::to_string(options_.max_bytes) + " bytes",
          "split it into several tables");
      return std::nullopt;
    }
    if (!decode()) return std::nullopt;
    if (bytes_.empty()) {
      say(Severity::error, "file.empty", "the file is empty", {});
      return std::nullopt;
    }
    return finish();
  }

 private:
  bool decode() {
    if (begins_with(utf32_little_mark) || begins_with(utf32_big_mark)) return refuse_encoding("UTF-32");
    if (begins_with(utf16_little_mark) || begins_with(utf16_big_mark)) return decode_utf16();
    if (begins_with(utf8_mark)) bytes_.erase(0, utf8_mark.size());
    if (options_.encoding == Encoding::latin1) {
      bytes_ = from_windows_1252(bytes_);
      return true;
    }
    const std::size_t invalid = find_invalid_utf8(bytes_);
    if (invalid == std::string_view::npos) return true;
    return options_.encoding == Encoding::utf8 ? refuse_byte(invalid) : assume_windows_1252(invalid);
  }

  bool decode_utf16() {
    auto text = from_utf16(std::string_view(bytes_).substr(2), begins_with(utf16_little_mark));
    if (!text) return refuse_encoding("damaged UTF-16");
    bytes_ = std::move(*text);
    say(Severity::note, "file.utf16", "the file is UTF-16 and was read as such", "save it as UTF-8");
    return true;
  }

  bool assume_windows_1252(std::size_t invalid) {
    Diagnostic warning{"file.latin1", Severity::warning, place_of_invalid(invalid), {}, {}, {}};
    bytes_ = from_windows_1252(bytes_);
    warning.message = "the file is not UTF-8 from here on; it was read as Windows-1252 (Latin-1)";
    warning.hint = "check that accented letters are right, and save the file as UTF-8";
    problems_.add(std::move(warning));
    return true;
  }

  bool refuse_byte(std::size_t invalid) {
    const auto byte = static_cast<unsigned char>(bytes_[invalid]);
    Diagnostic error{"file.encoding", Severity::error, {}, {}, {}, {}};
    error.place = place_of_invalid(invalid);
    error.message = fmt::format("the byte 0x{:02X} is not UTF-8", byte);
    error.hint = "save the file as UTF-8";
    problems_.add(std::move(error));
    return false;
  }

  /// What stands before the byte is UTF-8; what follows is shown as Windows-1252, so that the excerpt is text.
  Place place_of_invalid(std::size_t invalid) const {
    const std::string_view all = bytes_;
    return Source(name_, bytes_.substr(0, invalid) + from_windows_1252(all.substr(invalid, shown_after)))
        .place(invalid);
  }

  bool refuse_encoding(std::string_view what) {
    say(Severity::error, "file.encoding", "the file is " + std::string(what) + ", which is not read",
        "save it as UTF-8");
    return false;
  }

  std::optional<Source> finish() {
    const std::size_t null_byte = bytes_.find('\0');
    const bool packed = bytes_.starts_with("PK\x03\x04");  // what .xlsx, .ods and .zip begin with
    Source source(name_, std::move(bytes_));
    if (null_byte == std::string::npos) return source;
    Diagnostic error{"file.null-byte", Severity::error, source.place(null_byte), {}, {}, {}};
    error.message = "a null byte stands in the text";
    error.hint = null_byte < 2 ? "this looks like UTF-16 without a byte order mark: save the file as UTF-8"
                               : "remove it; if the file is full of them it is not text";
    if (packed) error.message = "this is a workbook or another packed file, not text";
    if (packed) error.hint = "save the sheet as CSV";
    problems_.add(std::move(error));
    return std::nullopt;
  }

  bool begins_with(std::string_view mark) const { return std::string_view(bytes_).starts_with(mark); }

  void say(Severity severity, std::string code, std::string message, std::string hint) {
    problems_.add({std::move(code), severity, Place{name_, 0, 0, 1, {}, 0}, {}, std::move(message), std::move(hint)});
  }

  std::string name_;
  std::string bytes_;
  Diagnostics& problems_;
  const ReadOptions& options_;
};

}  // namespace

std::optional<Source> decode_source(std::string name, std::string bytes, Diagnostics& problems,
                                    const ReadOptions& options) {
  return Decoder(std::move(name), std::move(bytes), problems, options).run();
}

}  // namespace outmap
