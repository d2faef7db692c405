// A problem that the user can mend, as a value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace outmap {

enum class Severity { error, warning, note };

std::string_view to_text(Severity severity);

/// A place in a text file; line 0 means the file as a whole, column 0 the line as a whole.
struct Place {
  std::string file;
  std::uint32_t line = 0;            // 1-based
  std::uint32_t column = 0;          // 1-based, in code points
  std::uint32_t length = 1;          // code points to underline
  std::string excerpt;               // the offending line; of a very long one the part round the column
  std::uint32_t excerpt_column = 0;  // 1-based, in code points: where `column` is in the excerpt

  bool operator==(const Place&) const = default;
};

struct Diagnostic {
  std::string code;  // "reference.unknown-id"; the codes are listed in model/check/codes.cpp
  Severity severity = Severity::error;
  Place place;
  std::string path;       // JSON Pointer to the value: "/customers/3/size"
  std::string message;    // what was found and what was expected
  std::string hint;       // what to do, the nearest right name; may be empty
  std::string also = {};  // JSON Pointer of another place that the message speaks of; its line is added to the message

  bool operator==(const Diagnostic&) const = default;
};

/// Problems in the order in which they were found.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void append(Diagnostics other);

  const std::vector<Diagnostic>& all() const { return all_; }
  std::vector<Diagnostic>& all() { return all_; }
  bool has_errors() const;
  std::size_t count(Severity severity) const;

  /// By file, line, column and code; equal ones once.
  void sort();

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace outmap
