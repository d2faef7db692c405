// Where a command's words go: the result to stdout or a file, messages to stderr.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/paint.hpp"

namespace outmap {

class Invocation;

/// How one of the two streams is shown.
struct Screen {
  bool terminal = false;
  std::size_t width = 80;  // columns; COLUMNS or 80 where it is no terminal
  Paint paint = Paint();
};

/// Columns for running text: that of the screen, but no less than 40 and no more than 100, beyond which lines are hard
/// to read.
std::size_t text_width(const Screen& screen);

/// `text` in lines of that width, each in this colour and with its line break.
std::string paragraph(std::string_view text, const Screen& screen, Ink ink = Ink::plain);

/// A heading, with an empty line before it.
std::string heading(std::string_view text, const Screen& screen);

/// Lines under their heading; nothing where there are no lines.
std::string section(std::string_view title, const std::string& lines, const Screen& screen);

/// One item of a list, wrapped.
std::string bullet(std::string_view text, const Screen& screen);

class Console {
 public:
  /// Looks at the two streams, at --color, --output and --quiet, and at COLUMNS, NO_COLOR and TERM.
  explicit Console(const Invocation& given);
  /// For what is said where the call could not be understood; `colours` is "auto", "always" or "never".
  explicit Console(const std::string& colours);

  /// The screen of the result: never a terminal where it goes to a file.
  const Screen& out() const { return out_; }
  const Screen& err() const { return err_; }

  /// The command's result, whole; goes to stdout, or to the file that --output names. Throws FileError.
  void write_result(std::string_view bytes) const;
  /// A message on stderr. Where stderr takes nothing, nowhere is left to say it: that is no error.
  void write_message(std::string_view text) const;
  /// A message that --quiet keeps back: a hint, a summary.
  void write_hint(std::string_view text) const;
  /// Whether somebody sees how far a long piece of work has come: on a terminal, unless --quiet is given.
  bool shows_progress() const { return err_.terminal && !quiet_; }
  /// What one may try next. Only for people: kept back with --quiet and where the result goes to a file or a pipe.
  void suggest(std::string_view command) const;

 private:
  Screen out_;
  Screen err_;
  std::string output_;  // path; empty: stdout
  bool quiet_ = false;
};

}  // namespace outmap
