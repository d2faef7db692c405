#include "render/write/xml.hpp"

#include <catch2/catch.hpp>
#include <limits>

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
