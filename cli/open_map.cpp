#include "cli/open_map.hpp"

#include "cli/messages.hpp"
#include "cli/progress.hpp"

namespace outmap {
namespace {

Diagnostics only_errors(const Diagnostics& problems) {
  Diagnostics errors;
  for (const Diagnostic& problem : problems.all()) {
    if (problem.severity == Severity::error) errors.add(problem);
  }
  return errors;
}

}  // namespace

std::string shell_word(const std::string& path) {
  constexpr std::string_view harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,=";
  const auto is_harmless = [&](char c) { return harmless.find(c) != std::string_view::npos || (c & 0x80) != 0; };
  bool plain = !path.empty();
  std::string quoted = "'";
  for (const char c : path) {
    plain = plain && is_harmless(c);
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return plain ? path : quoted + "'";
}

LoadedMap load_with_progress(const std::string& path, const Console& console) {
  Progress progress(console);
  return load_map(path,
                  [&](std::string_view what, std::size_t done, std::size_t of) { progress.tell(what, done, of); });
}

LoadedMap open_map(const std::string& path, const Console& console) {
  LoadedMap loaded = load_with_progress(path, console);
  if (!loaded.map) {
    const Diagnostics errors = only_errors(loaded.problems);
    console.write_message(diagnostics_text(errors, console.err()));
    console.write_hint(count_text(errors) + "; 'outmap explain CODE' tells more about one\n");
    throw MapRefused();
  }
  const std::size_t warnings = loaded.problems.count(Severity::warning);
  if (warnings > 0) console.write_hint(counted(warnings, "warning") + ": outmap check " + shell_word(path) + "\n");
  return loaded;
}

}  // namespace outmap
