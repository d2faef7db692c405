#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "cli/display_text.hpp"
#include "cli/invocation.hpp"
#include "cli/write_file.hpp"

namespace outmap {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t width_of(int stream, bool terminal) {
  winsize size{};
  if (terminal && ioctl(stream, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const int columns = std::atoi(environment("COLUMNS").c_str());
  return columns > 0 ? static_cast<std::size_t>(columns) : 80;
}

bool wants_colours(const std::string& when, bool terminal) {
  if (when == "always") return true;
  if (when == "never") return false;
  return terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

Screen look_at(int stream, const std::string& colours) {
  const bool terminal = isatty(stream) == 1;
  return {terminal, width_of(stream, terminal), Paint(wants_colours(colours, terminal))};
}

}  // namespace

std::size_t text_width(const Screen& screen) { return std::clamp<std::size_t>(screen.width, 40, 100); }

std::string paragraph(std::string_view text, const Screen& screen, Ink ink) {
  std::string block;
  for (const std::string& line : wrap_words(text, text_width(screen))) block += screen.paint(ink, line) + "\n";
  return block;
}

std::string heading(std::string_view text, const Screen& screen) { return "\n" + paragraph(text, screen, Ink::strong); }

std::string section(std::string_view title, const std::string& lines, const Screen& screen) {
  return lines.empty() ? "" : heading(title, screen) + lines;
}

std::string bullet(std::string_view text, const Screen& screen) {
  std::string block;
  for (const std::string& line : wrap_words(text, text_width(screen) - 4)) {
    block += (block.empty() ? "  – " : "    ") + line + "\n";
  }
  return block;
}

Console::Console(const std::string& colours)
    : out_(look_at(STDOUT_FILENO, colours)), err_(look_at(STDERR_FILENO, colours)) {}

Console::Console(const Invocation& given)
    : out_(look_at(STDOUT_FILENO, given.text("--color"))),
      err_(look_at(STDERR_FILENO, given.text("--color"))),
      quiet_(given.has("--quiet")) {
  if (!given.command().writes_result || !given.has("--output")) return;
  output_ = given.text("--output");
  if (output_ == "-") output_.clear();
  if (!output_.empty()) out_ = {false, 80, Paint(given.text("--color") == "always")};
}

void Console::write_result(std::string_view bytes) const {
  if (output_.empty()) return write_stream(STDOUT_FILENO, bytes, "standard output");
  replace_file(output_, bytes);
}

void Console::write_message(std::string_view text) const {
  try {
    write_stream(STDERR_FILENO, text, "standard error");
  } catch (const FileError&) {
    return;
  }
}

void Console::write_hint(std::string_view text) const {
  if (!quiet_) write_message(text);
}

void Console::suggest(std::string_view command) const {
  if (out_.terminal) write_hint("\nNext: " + err_.paint(Ink::good, command) + "\n");
}

}  // namespace outmap
