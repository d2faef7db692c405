#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "model/io/parse.hpp"
#include "tests/support/printed.hpp"
#include "tests/support/shared_data.hpp"

using namespace outmap;
using test::printed;
using test::underlined;

namespace {

using namespace std::string_literals;

std::optional<Document> parsed_json(std::string text, Diagnostics& problems, JsonOptions options = {}) {
  auto source = decode_source("f.json", std::move(text), problems, {.encoding = Encoding::utf8});
  if (!source) return std::nullopt;
  return parse_json(std::move(*source), problems, options);
}

/// The document as text, or else what was said.
std::string json_outcome(std::string text, JsonOptions options = {}) {
  Diagnostics problems;
  const auto document = parsed_json(std::move(text), problems, options);
  return document ? printed(document->root()) + printed(problems) : printed(problems);
}

}  // namespace

TEST_CASE("JSON values are read", "[json]") {
  CHECK(json_outcome(R"({"a":1,"b":[true,false,null,-1.5e3,"x"],"c":{},"d":[]})") ==
        R"({"a":1,"b":[true,false,null,-1500,"x"],"c":{},"d":[]})");
  CHECK(json_outcome("1") == "1");
  CHECK(json_outcome("\r\n 1 \t") == "1");
  CHECK(json_outcome("18446744073709551616") == "1.8446744073709552e+19");
  CHECK(json_outcome("-9223372036854775808") == "-9.223372036854776e+18");
  CHECK(json_outcome(R"("\u00e9\ud83c\udf00\"\\\/\b\f\n\r\t")") == "\"é🌀\"\\/\b\f\n\r\t\"");
  CHECK(json_outcome(R"(["\u0000"])") == "[\"\0\"]"s);
  CHECK(json_outcome("1e-400") == "0");
  CHECK(json_outcome("\xEF\xBB\xBF[1]") == "[1]");
  CHECK(json_outcome("// one\n{\"a\": /* two */ 1} // three", {.comments = true}) == R"({"a":1})");
}

TEST_CASE("what is no JSON is said in plain words, with its place", "[json]") {
  struct Case {
    std::string text;
    std::string_view said;
  };
  const Case cases[] = {
      {"", "0:0+1 error file.empty: the file is empty\n"},
      {" \n", "0:0+1 error file.empty: the file is empty\n"},
      {"[1 2]", "1:4+1 error syntax.json: expected ',' or ']' after this value, found '2'\n"},
      {"{\"a\": 1\n \"b\": 2}", "2:2+3 error syntax.json: expected ',' or '}' after this value, found a text\n"},
      {"{\"a\" 1}", "1:6+1 error syntax.json: expected ':' after this name, found '1'\n"},
      {"{\"a\": }", "1:7+1 error syntax.json: expected a value, found '}'\n"},
      {"{a: 1}",
       "1:2+1 error syntax.json: expected a name in double quotes or '}', found 'a' (write texts and names "
       "in double quotes)\n"},
      {"{\"é\": 1, b: 2}",
       "1:10+1 error syntax.json: expected a name in double quotes, found 'b' (write texts and "
       "names in double quotes)\n"},
      {"{1: 2}", "1:2+1 error syntax.json: expected a name in double quotes or '}', found '1'\n"},
      {"{'a': 1}",
       "1:2+1 error syntax.json: expected a name in double quotes or '}', found ''' (JSON has texts in "
       "double quotes only)\n"},
      {"{\"a\"= 1}", "1:5+1 error syntax.json: expected ':' after this name, found '=' (write ':')\n"},
      {"[1,\n]", "2:1+1 error syntax.json: nothing stands between ',' and ']' (remove the comma)\n"},
      {"{\"a\": 1, }", "1:10+1 error syntax.json: nothing stands between ',' and '}' (remove the comma)\n"},
      {"[1,,2]", "1:4+1 error syntax.json: expected a value, found ','\n"},
      {"[1",
       "1:3+1 error syntax.json: expected ',' or ']' after this value, found the end of the file (a bracket or a "
       "value is missing at the end)\n"},
      {"{\"a\":\n",
       "2:1+1 error syntax.json: expected a value, found the end of the file (a bracket or a value is "
       "missing at the end)\n"},
      {"[1]\n]", "2:1+1 error syntax.json: expected nothing more after the end of the value, found ']'\n"},
      {"{} {}", "1:4+1 error syntax.json: expected nothing more after the end of the value, found '{'\n"},
      {"[1] # x", "1:5+1 error syntax.json: expected nothing more after the end of the value, found '#'\n"},
      {"[NaN]",
       "1:2+3 error syntax.json: expected a value, found 'NaN' (JSON has no such number: write null, or leave "
       "the value out)\n"},
      {"[-Infinity]",
       "1:2+9 error syntax.json: '-Infinity' is not a number (JSON has no such number: write null, or "
       "leave the value out)\n"},
      {"[True]", "1:2+4 error syntax.json: expected a value, found 'True' (write true)\n"},
      {"[nul]", "1:2+3 error syntax.json: expected a value, found 'nul' (write texts and names in double quotes)\n"},
      {"[012]", "1:2+3 error syntax.json: '012' is not a number (a number does not begin with 0)\n"},
      {"[+1]", "1:2+2 error syntax.json: '+1' is not a number (a number has no '+' in front)\n"},
      {"[.5]", "1:2+2 error syntax.json: '.5' is not a number (write a digit before the point)\n"},
      {"[1.]", "1:2+2 error syntax.json: '1.' is not a number (write it like -1.5e3)\n"},
      {"[0x1F]", "1:2+4 error syntax.json: '0x1F' is not a number (JSON has decimal numbers only)\n"},
      {"[1, 1e400]",
       "1:5+5 error syntax.number-too-large: this number is too large (numbers reach to about "
       "1.8e308)\n"},
      {"-1e999", "1:1+6 error syntax.number-too-large: this number is too large (numbers reach to about 1.8e308)\n"},
      {"[\"abc", "1:2+4 error syntax.json: this text is not closed (end it with a \")\n"},
      {"{\"a\": \"b\n}",
       "1:7+2 error syntax.json: this text is not closed on its line (end it with a \", or write "
       "\\n)\n"},
      {"[\"a\tb\"]", "1:4+1 error syntax.json: a tab stands inside a text (write \\t)\n"},
      {"[\"a\x01\"]", "1:4+1 error syntax.json: a control character stands inside a text (remove it)\n"},
      {"[\"C:\\dir\"]", "1:6+1 error syntax.json: a backslash cannot stand before 'd' (write \\\\ for a backslash)\n"},
      {"[\"\\u12g4\"]", "1:7+1 error syntax.json: four hexadecimal digits must follow \\u\n"},
      {"[\"\\ud800\"]",
       "1:9+1 error syntax.json: half of a pair of \\u escapes stands alone (write the character "
       "itself instead of \\u escapes)\n"},
      {"[\"\\udc00\"]",
       "1:8+1 error syntax.json: half of a pair of \\u escapes stands alone (write the character "
       "itself instead of \\u escapes)\n"},
      {"[1] // x",
       "1:5+2 error syntax.json: comments are no part of JSON (remove it, or give the file the ending "
       ".jsonc)\n"},
      {"[\"a\xFF\"]", "1:4+1 error file.encoding: the byte 0xFF is not UTF-8 (save the file as UTF-8)\n"},
      {"[\"\0\"]"s,
       "1:3+1 error file.null-byte: a null byte stands in the text (remove it; if the file is full of "
       "them it is not text)\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(json_outcome(c.text) == c.said);
  }
  CHECK(json_outcome("[1, /* x", {.comments = true}) ==
        "1:5+4 error syntax.json: this comment is not closed (end it with */)\n");
}

TEST_CASE("depth is limited, however deep the bomb", "[json]") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(json_outcome(nested(64)) == nested(64));
  const std::string_view said =
      "1:65+1 error syntax.too-deep: lists and mappings are nested more than 64 deep (a map needs no more than a few "
      "levels)\n";
  CHECK(json_outcome(nested(65)) == said);
  CHECK(json_outcome(nested(100'000)) == said);
  CHECK(json_outcome(std::string(100'000, '[')) == said);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"\":";
  CHECK(json_outcome(objects) ==
        "1:257+1 error syntax.too-deep: lists and mappings are nested more than 64 deep (a map needs no more than a "
        "few levels)\n");
}

TEST_CASE("a JSON key that comes twice is reported with both places", "[json]") {
  Diagnostics problems;
  const auto document = parsed_json("{\"a\": [{\"x\": 1, \"x\": {\"a\": 2},\n \"y\": 3}],\n \"a\": 4}", problems);
  REQUIRE(document);
  CHECK(printed(document->root()) == R"({"a":[{"x":1,"y":3}]})");
  CHECK(printed(problems) ==
        "1:17+3 error structure.duplicate-key: 'x' is given twice; first at line 1 (remove one of the two; the first "
        "is used)\n"
        "3:2+3 error structure.duplicate-key: 'a' is given twice; first at line 1 (remove one of the two; the first is "
        "used)\n");
  CHECK(problems.all()[0].path == "/a/0/x");
  CHECK(problems.all()[1].path == "/a");
  CHECK(printed(document->root().child(0)->child(0)->child(1)->key_place()) == "2:2+3");
}

TEST_CASE("every JSON token knows where it stood", "[json]") {
  const std::string text =
      "{\n"
      " \"näme\" : \"Zoë \\\"Z\\\\\\\"\", \"n\":-1.5e3,\n"
      " \"日本\": [ true,false , null,12, {}, [ ] , \"\", \"\\\\\" ],\n"
      " \"q\\\"\\\\\": 7 }";
  Diagnostics problems;
  const auto document = parsed_json(text, problems);
  REQUIRE(document);
  std::string places;
  for (const Node& node : document->nodes()) {
    if (node.key != Node::no_key)
      places += printed(document->key_place(node)) + ' ' + underlined(document->key_place(node)) + '\n';
    places += printed(document->place(node)) + ' ' + underlined(document->place(node)) + '\n';
  }
  CHECK(places ==
        "1:1+1 {\n"
        "2:2+6 \"näme\"\n"
        "2:11+13 \"Zoë \\\"Z\\\\\\\"\"\n"
        "2:26+3 \"n\"\n"
        "2:30+6 -1.5e3\n"
        "3:2+4 \"日本\"\n"
        "3:8+1 [\n"
        "3:10+4 true\n"
        "3:15+5 false\n"
        "3:23+4 null\n"
        "3:28+2 12\n"
        "3:32+1 {\n"
        "3:36+1 [\n"
        "3:42+2 \"\"\n"
        "3:46+4 \"\\\\\"\n"
        "4:2+7 \"q\\\"\\\\\"\n"
        "4:11+1 7\n");
  CHECK(printed(document->root().key_place()) == "1:1+1");
}

TEST_CASE("places stand comments in between", "[json]") {
  Diagnostics problems;
  const auto document =
      parsed_json("{ /* \"x\": */ \"a\" // \"y\" :\n : /* \" */ 1, // it's\n \"b\": 2}", problems, {.comments = true});
  REQUIRE(document);
  CHECK(printed(document->root().child(0)->key_place()) == "1:14+3");
  CHECK(printed(document->root().child(0)->place()) == "2:12+1");
  CHECK(printed(document->root().child(1)->key_place()) == "3:2+3");
}

TEST_CASE("JSON in lines with CRLF and in UTF-16 keeps its places", "[json]") {
  CHECK(json_outcome("[1,\r\n2\r\n3]") == "3:1+1 error syntax.json: expected ',' or ']' after this value, found '3'\n");
  CHECK(json_outcome("\xFE\xFF\0[\0\xE9\0]"s) ==
        "0:0+1 note file.utf16: the file is UTF-16 and was read as such (save it as UTF-8)\n"
        "1:2+1 error syntax.json: expected a value, found 'é' (write texts and names in double quotes)\n");
}

TEST_CASE("others' JSON tests: what must be refused and what must be read", "[json]") {
  const auto folder = test::shared_data("malformed/json/test_parsing");
  if (!folder) {
    WARN("skipped: malformed/json is not here");
    return;
  }
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    Diagnostics problems;
    auto source = read_source(entry.path().string(), problems, {.encoding = Encoding::utf8});
    const bool read = source && parse_json(std::move(*source), problems).has_value();
    bool refused = false;
    for (const Diagnostic& problem : problems.all()) {
      const bool syntax = problem.code.starts_with("syntax.");
      if (problem.severity == Severity::error && (syntax || problem.code.starts_with("file."))) refused = true;
      if (syntax) CHECK(problem.place.line >= 1);
      if (syntax) CHECK(problem.place.column >= 1);
    }
    CHECK(read == !refused);
    if (name.starts_with("n_")) CHECK(refused);
    if (name.starts_with("y_")) CHECK_FALSE(refused);
    ++seen;
  }
  CHECK(seen > 100);
}
