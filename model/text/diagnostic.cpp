#include "model/text/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace outmap {

namespace {

/// Everything after the code is there to bring equal diagnostics together and to leave no order to chance.
auto rank(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  return std::tie(place.file, place.line, place.column, diagnostic.code, diagnostic.severity, diagnostic.path,
                  diagnostic.message, diagnostic.hint, place.length, place.excerpt, place.excerpt_column);
}

}  // namespace

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

void Diagnostics::append(Diagnostics other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::size_t Diagnostics::count(Severity severity) const {
  const auto matches = [severity](const Diagnostic& d) { return d.severity == severity; };
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), matches));
}

void Diagnostics::sort() {
  std::sort(all_.begin(), all_.end(), [](const Diagnostic& a, const Diagnostic& b) { return rank(a) < rank(b); });
  all_.erase(std::unique(all_.begin(), all_.end()), all_.end());
}

}  // namespace outmap
