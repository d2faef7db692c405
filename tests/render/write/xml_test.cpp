#include "render/write/xml.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>
#include <string>

using outmap::short_number;
using outmap::XmlWriter;

namespace {

std::string content(std::string_view text) {
  XmlWriter xml;
  xml.element("t", text);
  return xml.finish();
}

std::string attribute(std::string_view value) {
  XmlWriter xml;
  xml.open("t");
  xml.attribute("a", value);
  return xml.finish();
}

}  // namespace

TEST_CASE("numbers are as short as two decimals allow") {
  CHECK(short_number(12) == "12");
  CHECK(short_number(0) == "0");
  CHECK(short_number(-0.001) == "0");
  CHECK(short_number(0.5) == ".5");
  CHECK(short_number(-0.25) == "-.25");
  CHECK(short_number(3.14159) == "3.14");
  CHECK(short_number(2.999) == "3");
  CHECK(short_number(100) == "100");
  CHECK(short_number(0.12345, 3) == ".123");
  CHECK(short_number(1e20) == "100000000000000000000");
  CHECK(short_number(std::numeric_limits<double>::quiet_NaN()) == "0");
  CHECK(short_number(std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("numbers are rounded by their exact value, as std::to_chars rounds") {
  std::mt19937_64 random(3);
  const auto check = [](double value, int decimals) {
    char buffer[64];
    const auto done = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
    // One decimal is kept, so that there is always a point to cut at.
    std::string exact = std::string(buffer, done.ptr) + (decimals == 0 ? "." : "");
    exact.erase(exact.find_last_not_of('0') + 1);
    if (exact.back() == '.') exact.pop_back();
    if (exact.starts_with("0.")) exact.erase(0, 1);
    if (exact.starts_with("-0.")) exact.erase(1, 1);
    if (exact == "-0") exact = "0";
    if (short_number(value, decimals) != exact) {
      INFO(value);
      REQUIRE(short_number(value, decimals) == exact);
    }
  };
  for (int round = 0; round < 20000; ++round) {
    const int decimals = static_cast<int>(random() % 5);
    const double sign = random() % 2 == 0 ? 1 : -1;
    const double any =
        static_cast<double>(random() % 2'000'000'000) / 1000 * std::pow(10.0, static_cast<int>(random() % 8) - 5);
    const double half = static_cast<double>(random() % 100'000) / 1000 + 0.005;  // ties, and nearly ties
    check(sign * any, decimals);
    check(sign * half, decimals);
    check(sign * std::nextafter(half, 0.0), decimals);
  }
}

TEST_CASE("text is escaped for where it stands") {
  CHECK(content("a < b && c > \"d\"") == "<t>a &lt; b &amp;&amp; c &gt; \"d\"</t>\n");
  CHECK(content("]]>") == "<t>]]&gt;</t>\n");
  CHECK(content("\r\n") == "<t>&#13;\n</t>\n");
  CHECK(attribute("a < \"b\" & 'c'\n\t") == "<t a=\"a &lt; &quot;b&quot; &amp; 'c'&#10;&#9;\"/>\n");
}

TEST_CASE("characters that XML forbids are dropped, broken bytes are marked") {
  CHECK(content(std::string("a\0\x01\x1F z", 6)) == "<t>a z</t>\n");
  CHECK(content("x\xEF\xBF\xBE\xEF\xBF\xBFy") == "<t>xy</t>\n");
  CHECK(content("\xED\xA0\x80") == "<t>\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD</t>\n");  // a surrogate
  CHECK(content("a\xFFz") == "<t>a\xEF\xBF\xBDz</t>\n");
  CHECK(content("é 日本 😀") == "<t>é 日本 😀</t>\n");
}

TEST_CASE("elements are balanced; blocks begin on a new line, inline ones do not") {
  XmlWriter xml;
  xml.open("a");
  xml.open("b");
  xml.close();
  xml.open("c");
  xml.open("d", XmlWriter::Flow::within);
  xml.text("x");
  CHECK(xml.finish() == "<a>\n<b/>\n<c><d>x</d></c>\n</a>\n");
}

TEST_CASE("HTML has its own empty elements and says what it is") {
  XmlWriter html(XmlWriter::Dialect::html);
  html.open("html");
  html.open("meta");
  html.attribute("charset", "utf-8");
  html.close();
  html.open("td");
  html.close();
  html.open("style");
  html.markup("a > b { }");
  html.close();
  CHECK(html.finish() == "<!doctype html>\n<html>\n<meta charset=utf-8><td>\n<style>a > b { }</style>\n</html>\n");
}

TEST_CASE(
    "in HTML cells, rows and items have no end tag, plain values no quotes, and no line break becomes a part of their "
    "text") {
  XmlWriter html(XmlWriter::Dialect::html);
  html.open("ul");
  html.attribute("class", "plain");
  html.attribute("title", "of two");
  for (const char* words : {"a", "b"}) html.element("li", words);
  html.close();
  CHECK(html.finish() == "<ul class=plain title=\"of two\"><li>a<li>b</ul>\n");
}

TEST_CASE("a picture in a page has quotes only where HTML needs them, and a slash apart from a bare value") {
  XmlWriter xml(XmlWriter::Dialect::svg_in_html);
  xml.open("g");
  xml.attribute("class", "k1 halo");
  for (const char* value : {"k1", "", "a/b", "a/", "a=b", "a'b", "a`b", "a<b", "ä", "var(--c1)"}) {
    xml.open("p");
    xml.attribute("x", value);
    xml.close();
  }
  CHECK(xml.finish() ==
        "<g class=\"k1 halo\"><p x=k1 /><p x=\"\"/><p x=a/b /><p x=\"a/\"/><p x=\"a=b\"/><p x=\"a'b\"/><p x=\"a`b\"/>"
        "<p x=\"a&lt;b\"/><p x=\"ä\"/><p x=var(--c1) /></g>\n");
}

TEST_CASE("a picture in a page has no lines") {
  XmlWriter xml(XmlWriter::Dialect::svg_in_html);
  xml.open("a");
  xml.open("b");
  xml.close();
  xml.element("c", "x");
  CHECK(xml.finish() == "<a><b/><c>x</c></a>\n");
}

TEST_CASE("a writer rounds to the decimals that it was given") {
  XmlWriter xml(XmlWriter::Dialect::xml, 1);
  xml.open("r");
  xml.attribute("x", 1.26);
  CHECK(xml.finish() == "<r x=\"1.3\"/>\n");
}
