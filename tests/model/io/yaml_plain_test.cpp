#include "model/io/yaml_plain.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "model/io/parse.hpp"
#include "model/text/utf8.hpp"
#include "tests/support/places.hpp"

using namespace outmap;

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

Place nowhere(const Document&, const Node&, bool) { return {}; }

std::string described(const Document& document) {
  std::ostringstream text;
  for (const Node& node : document.nodes()) {
    text << static_cast<int>(node.kind) << ' ' << node.mark << ' ' << document.key_mark(node) << ' ' << node.next
         << ' ';
    if (node.key != Node::no_key) text << document.key_text(node.key) << ": ";
    if (node.kind == NodeKind::text || node.kind == NodeKind::plain) text << document.text(node);
    if (node.kind == NodeKind::list || node.kind == NodeKind::mapping) text << node.count;
    text << '\n';
  }
  return text.str();
}

struct Read {
  bool plain = false;
  std::string document;
};

/// What the plain reader makes of a text; nothing where it leaves it to the general parser.
Read read_plainly(const std::string& text) {
  Document document(Source("map.yaml", text), nowhere);
  Diagnostics problems;
  if (!read_plain_yaml(document, problems)) return {};
  return {true, described(document)};
}

std::string read_generally(const std::string& text) {
  Diagnostics problems;
  const auto document = parse_general_yaml(Source("map.yaml", text), problems);
  return document ? described(*document) : "refused: " + problems.all().front().message;
}

constexpr const char* everything = R"(# a comment
outmap: 1
title: Clinics — näher am Menschen  # and why
empty:
customers:
  - {id: parents, name: New parents, size: 4200, share: -0.5, tags: [a, b c, 'it''s', "q\"\n"],
     more: {x: {y: [], z: {}}, when: 10:30, who: http://a.b/c#d}}
  # between
  - id: second
    name: A "quoted" name's [brackets], and more
    needs:
    - one
    -
    - - deep
      - deeper
    null: ~

  -
    id: third
'single key': "double value"
last: "ends without a line end")";

}  // namespace

TEST_CASE("the samples are plain YAML, and both parsers make the same of them") {
  for (const char* sample : {"clinics", "saas", "minimal"}) {
    INFO(sample);
    const std::string text = text_of(test::source_folder() / "samples" / sample / "map.yaml");
    const Read read = read_plainly(text);
    REQUIRE(read.plain);
    CHECK(read.document == read_generally(text));
  }
  const Read read = read_plainly(everything);
  REQUIRE(read.plain);
  CHECK(read.document == read_generally(everything));
}

TEST_CASE("what is not plain is left to the general parser") {
  for (const char* text : {"",
                           "# nothing",
                           "a",
                           "- a",
                           "[a]",
                           "a: &x b",
                           "a: *x",
                           "a: !t b",
                           "---\na: b",
                           "a: b\n...\n",
                           "a: |\n  b",
                           "a: >\n  b",
                           "? a\n: b",
                           "a: b\n  c",
                           "a:\n  b",
                           "a: 'b\n  c'",
                           "a: \"b\n  c\"",
                           "a: \"\\x41\"",
                           "a:\tb",
                           "a: b\r\n",
                           "a: b: c",
                           "a: [b\n]",
                           "a: [b, ]",
                           "a: [b: c]",
                           "a: {b}",
                           "a: {b: }",
                           "a: {b: c\n  d}",
                           "a: {\"b\":c}",
                           "a: @b",
                           "<<: a",
                           "a: {<<: b}",
                           "a: b\n c: d",
                           "a:\n  b: c\n d: e",
                           "a:\n  - b\n  c: d",
                           "a:\n- b\n  - c",
                           "a: \xC2\x85",
                           "\xEF\xBB\xBF"
                           "a: b",
                           "a: \xE2\x80\xA8",
                           "a: 'b'c",
                           "a: 'b'#c",
                           "a: [b]c",
                           "a: %b",
                           "%a: b",
                           "a : b"}) {
    INFO(text);
    CHECK_FALSE(read_plainly(text).plain);
  }
}

TEST_CASE("whatever the plain reader takes, the general parser takes the same way") {
  const std::string base = everything;
  const std::string signs = "\n\n  --::,,[]{}#'\"\\?&*!|>%@`~ab1.<=\t\r";
  std::mt19937 random(20260630);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  int taken = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::size_t begin = below(base.size());
    std::string text = round % 3 == 0 ? base : base.substr(begin, 20 + below(200));
    for (std::size_t edit = 1 + below(4); edit > 0 && !text.empty(); --edit) {
      const std::size_t at = below(text.size());
      if (random() % 3 == 0) {
        text.erase(at, 1 + below(3));
      } else {
        text.insert(at, 1, signs[below(signs.size())]);
      }
    }
    if (find_invalid_utf8(text) < text.size()) continue;  // sources are decoded before they are parsed
    const Read read = read_plainly(text);
    if (!read.plain) continue;
    ++taken;
    if (const std::string general = read_generally(text); read.document != general) {
      INFO(text);
      REQUIRE(read.document == general);
    }
  }
  CHECK(taken > 1000);
}
