#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "model/io/parse.hpp"

using namespace outmap;
using nlohmann::json;

namespace {

rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "a", "Z", " ", "\"", "\\", "/", "\n", "\t", "\x01", "é", "日", "🌀", "{", "]", ",", ":", "\\\"", "//", "/*"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& one : pieces) text += one;
    return text;
  });
}

json any_value(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 7 : 5)) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int32_t>();
    case 3:
      return *rc::gen::arbitrary<double>();
    case 4:
      return *any_text();
    case 5: {
      json list = json::array();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) list.push_back(any_value(depth - 1));
      return list;
    }
    default: {
      json mapping = json::object();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) mapping[*any_text()] = any_value(depth - 1);
      return mapping;
    }
  }
}

json back(Value value) {
  switch (value.kind()) {
    case NodeKind::null:
      return nullptr;
    case NodeKind::boolean:
      return value.node().boolean;
    case NodeKind::number:
      return value.node().number;
    case NodeKind::list: {
      json list = json::array();
      for (const Value child : value) list.push_back(back(child));
      return list;
    }
    case NodeKind::mapping: {
      json mapping = json::object();
      for (const Value child : value) mapping[child.key()] = back(child);
      return mapping;
    }
    default:
      return std::string(value.text());
  }
}

/// What is underlined of a place in a text of one line, cut where the excerpt is.
std::string token_at(const std::string& text, const Place& place) {
  const Source source("f", text);
  const std::size_t begin = source.byte_of_code_point(place.column - 1);
  return text.substr(begin, source.byte_of_code_point(place.column - 1 + place.length) - begin);
}

}  // namespace

TEST_CASE("any JSON value written compactly reads back equal", "[json]") {
  REQUIRE(rc::check([] {
    const json written = any_value(4);
    Diagnostics problems;
    const auto document = parse_json(Source("f", written.dump()), problems);
    RC_ASSERT(document.has_value());
    RC_ASSERT(problems.all().empty());
    RC_ASSERT(back(document->root()) == written);
  }));
}

TEST_CASE("any JSON token is found where it was written", "[json]") {
  REQUIRE(rc::check([] {
    const std::string text = any_value(3).dump();
    Diagnostics problems;
    const auto document = parse_json(Source("f", text), problems);
    RC_ASSERT(document.has_value());
    for (const Node& node : document->nodes()) {
      if (node.key != Node::no_key) {
        const std::string key = json(document->key_text(node.key)).dump();
        RC_ASSERT(key.starts_with(token_at(text, document->key_place(node))));
      }
      const std::string token = token_at(text, document->place(node));
      if (node.kind == NodeKind::text) RC_ASSERT(json(document->text(node)).dump().starts_with(token));
      if (node.kind == NodeKind::number) RC_ASSERT(json::parse(token) == json(node.number));
      if (node.kind == NodeKind::list) RC_ASSERT(token == "[");
      if (node.kind == NodeKind::mapping) RC_ASSERT(token == "{");
    }
  }));
}
