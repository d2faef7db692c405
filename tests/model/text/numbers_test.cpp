#include "model/text/numbers.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace outmap;

TEST_CASE("numbers are read the way people write them in tables and YAML", "[numbers]") {
  CHECK(parse_number("4200") == 4200.0);
  CHECK(parse_number("-1.5") == -1.5);
  CHECK(parse_number("+3") == 3.0);
  CHECK(parse_number("1e3") == 1000.0);
  CHECK(parse_number("2.5E-2") == 0.025);
  CHECK(parse_number(".5") == 0.5);
  CHECK(parse_number("5.") == 5.0);
  CHECK(parse_number("007") == 7.0);
  CHECK(parse_number("-0") == 0.0);
}

TEST_CASE("what is not a whole number text is no number", "[numbers]") {
  for (const char* text : {"",     "1,5", "1,000", "1 000", "nan", "NaN",   "inf",    "-inf", "infinity", "0x10",
                           "1e",   "1e+", "e3",    ".",     "-",   "+",     "+-3",    "-+3",  "--3",      "1.2.3",
                           "12px", " 1",  "1 ",    "1_000", "½",   "1e400", "-1e400", "１"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text));
  }
}

TEST_CASE("the shortest text of a number", "[numbers]") {
  CHECK(number_text(4200) == "4200");
  CHECK(number_text(100000) == "100000");
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(-2.5) == "-2.5");
  CHECK(number_text(0.000001) == "0.000001");
  CHECK(number_text(1e-7) == "1e-07");
  CHECK(number_text(1e15) == "1000000000000000");
  CHECK(number_text(1e20) == "1e+20");
}

TEST_CASE("every finite number reads back from its text", "[numbers]") {
  const bool holds = rc::check([] {
    const double mantissa = *rc::gen::arbitrary<double>();
    RC_PRE(std::isfinite(mantissa));
    const double number = std::ldexp(mantissa, *rc::gen::inRange(-60, 60));
    RC_PRE(std::isfinite(number));
    RC_ASSERT(parse_number(number_text(number)) == number);
  });
  CHECK(holds);
  for (const double number : {std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(), 1.0 / 3}) {
    CHECK(parse_number(number_text(number)) == number);
  }
}

TEST_CASE("numbers for people are rounded as people round", "[numbers]") {
  CHECK(one_decimal(4) == "4.0");
  CHECK(one_decimal(0.25) == "0.3");
  CHECK(one_decimal(-0.25) == "−0.3");
  CHECK(one_decimal(2.675) == "2.7");
  CHECK(one_decimal(-0.04) == "0.0");
  CHECK(one_decimal(9.95) == "10.0");
  CHECK(grouped(2.675, 2) == "2.68");
  CHECK(few_decimals(4) == "4");
  CHECK(few_decimals(4.25) == "4.3");
  CHECK(few_decimals(1200) == "1,200");
}

TEST_CASE("thousands are grouped", "[numbers]") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(4200) == "4,200");
  CHECK(grouped(-1234567) == "−1,234,567");
  CHECK(grouped(1234.56, 1) == "1,234.6");
  CHECK(grouped(999.5) == "1,000");
}

TEST_CASE("shares are written in whole percent", "[numbers]") {
  CHECK(percent_text(0.64) == "64\u00A0%");
  CHECK(percent_text(1) == "100\u00A0%");
  CHECK(percent_text(0) == "0\u00A0%");
  CHECK(percent_text(0.004) == "<1\u00A0%");
  CHECK(percent_text(0.005) == "1\u00A0%");
  CHECK(percent_text(-0.06) == "−6\u00A0%");
}

TEST_CASE("money is written at a glance", "[numbers]") {
  CHECK(money_text(40000, "EUR") == "€40k");
  CHECK(money_text(1250000, "EUR") == "€1.25m");
  CHECK(money_text(12345, "USD") == "$12.3k");
  CHECK(money_text(950, "EUR") == "€950");
  CHECK(money_text(999.7, "EUR") == "€1k");
  CHECK(money_text(999600, "EUR") == "€1m");
  CHECK(money_text(123456, "EUR") == "€123k");
  CHECK(money_text(2.5, "EUR") == "€2.50");
  CHECK(money_text(20, "GBP") == "£20");
  CHECK(money_text(0, "EUR") == "€0");
  CHECK(money_text(-1500, "EUR") == "−€1.5k");
  CHECK(money_text(3.2e9, "") == "3.2bn");
  CHECK(money_text(40000, "CHF") == "CHF\u00A040k");
  CHECK(money_text(40000, "€") == "€40k");
}
