#include "cli/check/report.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/display_text.hpp"
#include "cli/gaps/findings.hpp"
#include "cli/json_text.hpp"
#include "cli/listing.hpp"
#include "cli/messages.hpp"

namespace outmap {
namespace {

using Json = nlohmann::ordered_json;

std::string verdict_line(const CheckedFile& file, const Paint& paint) {
  const std::string name = paint(Ink::strong, (file.path == "-" ? "<stdin>" : printable(file.path)) + ":") + " ";
  if (file.problems.has_errors()) return name + paint(Ink::error, count_text(file.problems)) + "\n";
  const std::string counts = count_text(file.problems);
  return name + paint(Ink::good, "a sound map") + (counts.empty() ? "" : ", " + counts) + "\n";
}

/// "3 outcomes are served by no process: open-late, desk-free and 1 more"
std::string in_words(const StepOpen& open) {
  constexpr std::size_t most_named = 4;
  return printable(open.what + (open.elements.empty() ? "" : ": " + few_of(open.elements, most_named)));
}

std::string step_lines(const Step& step, std::size_t number, const Screen& screen) {
  constexpr std::size_t column = 28;
  const std::size_t width = std::max<std::size_t>(text_width(screen), 60);
  std::string text = padded_left(std::to_string(number), 4) + "  " + screen.paint(Ink::strong, step.name);
  text += std::string(column - std::min(column - 1, 6 + step.name.size()), ' ');
  bool first = true;
  for (const StepOpen& open : step.open) {
    for (const std::string& line : wrap_words(in_words(open), width - column)) {
      text += (first ? "" : std::string(column, ' ')) + line + "\n";
      first = false;
    }
  }
  return text;
}

std::string steps_text(const std::vector<Step>& steps, const Screen& screen) {
  const auto done = std::ranges::count_if(steps, &Step::done);
  if (done == std::ssize(steps)) return "All ten steps are done.\n";
  std::string text =
      std::to_string(done) + (done == 1 ? " of the ten steps is done; open:\n" : " of the ten steps are done; open:\n");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!steps[i].done) text += step_lines(steps[i], i + 1, screen);
  }
  return text;
}

/// Findings are many in a young map: one line a kind says enough to go on.
std::string notes_text(const CheckedFile& file, const Screen& screen) {
  constexpr std::size_t most_kinds = 8;
  if (file.findings.empty()) return "";
  std::string text = counted(file.findings.size(), "finding") + " about the content";
  if (file.path != "-") text += "; 'outmap gaps' tells what to do";
  return text + ":\n" + findings_summary(file.findings, screen, most_kinds);
}

Json number_or_null(std::uint32_t number) { return number == 0 ? Json(nullptr) : Json(number); }

bool has_path(const Diagnostic& problem) {
  return !problem.path.empty() || !(problem.code.starts_with("syntax.") || problem.code.starts_with("file."));
}

Json json_of_problem(const Diagnostic& problem) {
  return {{"code", problem.code},
          {"severity", to_text(problem.severity)},
          {"file", json_or_null(problem.place.file)},
          {"line", number_or_null(problem.place.line)},
          {"column", number_or_null(problem.place.column)},
          {"path", has_path(problem) ? Json(problem.path) : Json(nullptr)},
          {"message", problem.message},
          {"hint", json_or_null(problem.hint)}};
}

Json json_of_step(const Step& step) {
  Json open = Json::array();
  for (const StepOpen& missing : step.open) open.push_back({{"what", missing.what}, {"elements", missing.elements}});
  return {{"step", step.name}, {"done", step.done}, {"open", std::move(open)}};
}

/// A property or the message of a workflow command.
std::string escaped_for_github(std::string_view text, bool property) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%')
      escaped += "%25";
    else if (c == '\r')
      escaped += "%0D";
    else if (c == '\n')
      escaped += "%0A";
    else if (property && c == ':')
      escaped += "%3A";
    else if (property && c == ',')
      escaped += "%2C";
    else
      escaped += c;
  }
  return escaped;
}

std::string github_line(const Diagnostic& problem) {
  const Place& place = problem.place;
  std::string line = "::" + std::string(problem.severity == Severity::note ? "notice" : to_text(problem.severity));
  line += " file=" + escaped_for_github(place.file, true);
  if (place.line > 0) line += ",line=" + std::to_string(place.line);
  if (place.column > 0) {
    line += ",col=" + std::to_string(place.column) + ",endColumn=" + std::to_string(place.column + place.length);
  }
  line += ",title=" + escaped_for_github(problem.code, true) + "::" + escaped_for_github(problem.message, false);
  if (!problem.hint.empty()) line += escaped_for_github("\n" + problem.hint, false);
  return line + "\n";
}

/// Problems, then findings.
template <class Visit>
void for_each_message(const std::vector<CheckedFile>& files, Visit visit) {
  for (const CheckedFile& file : files) {
    for (const Diagnostic& problem : file.problems.all()) visit(problem);
    for (const Diagnostic& note : file.notes.all()) visit(note);
  }
}

}  // namespace

bool could_open(const CheckedFile& file) {
  return std::ranges::none_of(file.problems.all(), [&](const Diagnostic& problem) {
    return problem.place.line == 0 && problem.path.empty() && problem.place.file == file.path &&
           (problem.code == "file.not-found" || problem.code == "file.unreadable" || problem.code == "file.directory");
  });
}

std::string check_text(const std::vector<CheckedFile>& files, const Screen& screen, Detail detail) {
  std::string text;
  for (const CheckedFile& file : files) {
    if (!text.empty() && detail == Detail::all) text += "\n";
    for (const Diagnostic& problem : file.problems.all()) {
      if (detail == Detail::all || problem.severity != Severity::note) text += diagnostic_text(problem, screen);
    }
    if (detail == Detail::problems) continue;
    if (!file.problems.all().empty()) text += "\n";
    text += verdict_line(file, screen.paint);
    if (!file.steps.empty()) text += steps_text(file.steps, screen) + notes_text(file, screen);
  }
  return text;
}

std::string check_listing(const std::vector<CheckedFile>& files, const std::string& format, const Screen& screen) {
  Listing listing{{{.key = "file", .heading = "file"},
                   {.key = "line", .heading = "line", .align = Align::right},
                   {.key = "column", .heading = "column", .align = Align::right},
                   {.key = "severity", .heading = "severity"},
                   {.key = "code", .heading = "code"},
                   {.key = "path", .heading = "path"},
                   {.key = "message", .heading = "message"},
                   {.key = "hint", .heading = "hint"}},
                  {}};
  const auto number = [](std::uint32_t value) {
    return number_cell(value == 0 ? std::nullopt : std::optional<double>(value), 0);
  };
  for_each_message(files, [&](const Diagnostic& problem) {
    listing.rows.push_back({text_cell(problem.place.file), number(problem.place.line), number(problem.place.column),
                            text_cell(to_text(problem.severity)), text_cell(problem.code), text_cell(problem.path),
                            text_cell(problem.message), text_cell(problem.hint)});
  });
  return listing_as(format, listing, screen);
}

std::string check_json(const std::vector<CheckedFile>& files) {
  Json all = Json::array();
  for (const CheckedFile& file : files) {
    Json problems = Json::array();
    for (const Diagnostic& problem : file.problems.all()) problems.push_back(json_of_problem(problem));
    for (const Diagnostic& note : file.notes.all()) problems.push_back(json_of_problem(note));
    Json steps = Json::array();
    for (const Step& step : file.steps) steps.push_back(json_of_step(step));
    all.push_back({{"file", file.path}, {"diagnostics", std::move(problems)}, {"steps", std::move(steps)}});
  }
  return json_text({{"files", std::move(all)}});
}

std::string check_github(const std::vector<CheckedFile>& files) {
  std::string text;
  for_each_message(files, [&](const Diagnostic& problem) { text += github_line(problem); });
  return text;
}

}  // namespace outmap
