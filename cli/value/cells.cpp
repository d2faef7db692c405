#include "cli/value/cells.hpp"

#include "cli/display_text.hpp"
#include "model/text/numbers.hpp"

namespace outmap {

std::string signed_number(double number, int decimals) {
  const std::string text = grouped(number, decimals);
  return number > 0 && text != grouped(0, decimals) ? "+" + text : text;
}

Cell money_cell(const Map& map, const std::optional<double>& amount, Ink ink) {
  return amount ? Cell{money_text(*amount, map->currency), number_text(*amount), ink} : missing_cell();
}

Cell signed_cell(const std::optional<double>& number, int decimals, Ink ink) {
  return number ? Cell{signed_number(*number, decimals), number_text(*number), ink} : missing_cell();
}

Cell signed_money_cell(const Map& map, const std::optional<double>& amount, Ink ink) {
  Cell cell = money_cell(map, amount, ink);
  if (amount && *amount >= 0.005) cell.shown = "+" + cell.shown;
  return cell;
}

Cell share_cell(const std::optional<double>& share) {
  return share ? Cell{percent_text(*share), number_text(*share), Ink::plain} : missing_cell();
}

Cell name_cell(const Map& map, const Id& id, Ink ink) {
  Cell cell = text_cell(printable(map.name_of(id)), ink);
  cell.of = id;
  return cell;
}

std::string_view source_text(FirmValueSource source) {
  switch (source) {
    case FirmValueSource::stated:
      return "stated";
    case FirmValueSource::retention:
      return "retention";
    case FirmValueSource::simple:
      return "orders";
    case FirmValueSource::missing:
    case FirmValueSource::incomplete:
    case FirmValueSource::refused:
      break;
  }
  return "";
}

}  // namespace outmap
