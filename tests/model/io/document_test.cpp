#include "model/io/document.hpp"

#include <catch2/catch.hpp>

#include "tests/support/printed.hpp"

using namespace outmap;
using test::printed;

namespace {

/// Marks are lines here.
Place place_by_line(const Document& document, const Node& node, bool of_key) {
  return Place{document.source().name(), of_key ? document.key_mark(node) : node.mark, 1, 1, {}, 0};
}

Document empty_document() { return Document(Source("d", ""), place_by_line); }

}  // namespace

TEST_CASE("values are reached by name, position and in order", "[document]") {
  Document document = empty_document();
  Diagnostics problems;
  DocumentBuilder builder(document, problems, KeyMarks::stored);
  builder.begin(NodeKind::mapping, 1);
  builder.key("name", 2);
  builder.text("Ann", 3);
  builder.key("list", 4);
  builder.begin(NodeKind::list, 5);
  builder.number(1.5, 6);
  builder.begin(NodeKind::list, 7);
  builder.end();
  builder.boolean(true, 8);
  builder.end();
  builder.key("nothing", 9);
  builder.null(10);
  builder.end();

  const Value root = document.root();
  CHECK(printed(root) == R"({"name":"Ann","list":[1.5,[],true],"nothing":null})");
  CHECK(problems.all().empty());
  CHECK(root.size() == 3);
  CHECK(root.member("name")->text() == "Ann");
  CHECK(root.member("nothing")->kind() == NodeKind::null);
  CHECK_FALSE(root.member("Name"));
  CHECK_FALSE(root.member("list")->member("name"));
  CHECK(root.member("list")->child(2)->node().boolean);
  CHECK_FALSE(root.member("list")->child(3));
  CHECK_FALSE(root.member("name")->child(0));
  CHECK(root.member("list")->child(1)->size() == 0);
  CHECK(root.member("list")->place().line == 5);
  CHECK(root.member("list")->key_place().line == 4);
  CHECK(document.nodes().size() == 7);
  CHECK(sizeof(Node) == 24);
}

TEST_CASE("a key that comes twice in one mapping is reported and dropped", "[document]") {
  Document document = empty_document();
  Diagnostics problems;
  DocumentBuilder builder(document, problems, KeyMarks::stored);
  builder.begin(NodeKind::list, 0);
  for (std::uint32_t i = 0; i < 2; ++i) {
    const std::uint32_t line = 10 * i;
    builder.begin(NodeKind::mapping, line);
    builder.key("id", line + 1);
    builder.number(1, line + 1);
    builder.key("a/b~", line + 2);
    builder.begin(NodeKind::mapping, line + 2);
    builder.key("id", line + 3);  // another mapping: no duplicate
    builder.number(2, line + 3);
    if (i == 1) {
      builder.key("id", line + 4);
      builder.begin(NodeKind::list, line + 4);
      builder.number(3, line + 4);
      builder.end();
      builder.key("more", line + 5);
      builder.begin(NodeKind::list, line + 5);
      builder.number(4, line + 5);
      builder.end();
    }
    builder.end();
    if (i == 1) {
      builder.key("id", line + 6);
      builder.number(5, line + 6);
      builder.key("id", line + 7);
      builder.number(6, line + 7);
    }
    builder.key("last", line + 8);
    builder.null(line + 8);
    builder.end();
  }
  builder.end();

  CHECK(printed(document.root()) ==
        R"([{"id":1,"a/b~":{"id":2},"last":null},{"id":1,"a/b~":{"id":2,"more":[4]},"last":null}])");
  REQUIRE(problems.all().size() == 3);
  CHECK(printed(problems) ==
        "14:1+1 error structure.duplicate-key: 'id' is given twice; first at line 13"
        " (remove one of the two; the first is used)\n"
        "16:1+1 error structure.duplicate-key: 'id' is given twice; first at line 11"
        " (remove one of the two; the first is used)\n"
        "17:1+1 error structure.duplicate-key: 'id' is given twice; first at line 11"
        " (remove one of the two; the first is used)\n");
  CHECK(problems.all()[0].path == "/1/a~1b~0/id");
  CHECK(problems.all()[1].path == "/1/id");
  const Value second = *document.root().child(1);
  CHECK(second.member("last")->key_place().line == 18);
  CHECK(second.member("a/b~")->member("more")->key_place().line == 15);
}

TEST_CASE("nesting ends at 64", "[document]") {
  Document document = empty_document();
  Diagnostics problems;
  DocumentBuilder builder(document, problems);
  for (int depth = 0; depth < 64; ++depth) REQUIRE(builder.begin(NodeKind::list, 0));
  CHECK_FALSE(builder.begin(NodeKind::mapping, 0));
  for (int depth = 0; depth < 64; ++depth) builder.end();
  CHECK(document.nodes().size() == 64);
  CHECK(document.root().node().next == 64);
}
