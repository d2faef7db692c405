#include "render/layout/icons.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "render/layout/icon_drawings.hpp"
#include "render/layout/shapes.hpp"

using namespace outmap;

TEST_CASE("every icon fills most of its box and does not leave it") {
  for (const std::string_view name : icon_names()) {
    INFO(name);
    const Box box = bounds(Shape(icon(name, {100, 200}, 16, "#000000")));
    CHECK(contains({100, 200, 16, 16}, box, 0.05));
    CHECK(std::max(box.width, box.height) >= 12.5);
    CHECK(std::min(box.width, box.height) >= 7.5);
    const Box twice = bounds(Shape(icon(name, {0, 0}, 32, "#000000")));
    CHECK(twice.width == Approx(2 * box.width));
  }
}

TEST_CASE("icons are sorted by name, and found by it") {
  const auto names = icon_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  for (const std::string_view name :
       {"web",         "phone",        "person",  "group",           "place",
        "home",        "chat",         "mail",    "mobile",          "paper",
        "record",      "calendar",     "chart",   "interview",       "survey",
        "observation", "lens",         "warning", "common-interest", "complementary",
        "common-goal", "similar-need", "other",   "bridge",          "articulation-point"})
    CHECK(has_icon(name));
  CHECK_FALSE(has_icon("zeppelin"));
  CHECK(icon("zeppelin", {0, 0}, 16, "#000000").shapes.size() == 1);
}

TEST_CASE("channels as people write them") {
  CHECK(channel_icon_name("telephone") == "phone");
  CHECK(channel_icon_name("App") == "mobile");
  CHECK(channel_icon_name("e-mail") == "mail");
  CHECK(channel_icon_name("Email") == "mail");
  CHECK(channel_icon_name("shop") == "place");
  CHECK(channel_icon_name("letter") == "paper");
  CHECK(channel_icon_name("in person") == "person");
  CHECK(channel_icon_name("phone app") == "mobile");
  CHECK(channel_icon_name("app/phone") == "phone");
  CHECK(channel_icon_name("Web form, ") == "paper");
  CHECK(channel_icon_name("whatsapp") == "chat");
  CHECK(channel_icon_name("advert") == "paper");
  CHECK(channel_icon_name("workshop") == "group");
  CHECK(channel_icon_name("zeppelin").empty());
  CHECK(channel_icon_name("").empty());
  CHECK(channel_icon_name(" / ").empty());
}

TEST_CASE("every icon is its own channel word, where it is a channel") {
  for (const std::string_view name : {"web", "phone", "person", "group", "place", "home", "chat", "mail", "mobile",
                                      "paper", "record", "calendar", "chart"})
    CHECK(channel_icon_name(name) == name);
}

TEST_CASE("an unknown channel is its initial in a ring") {
  const Fonts fonts;
  const Style style{*find_theme("light"), fonts};
  const auto initial = [&](std::string_view channel) {
    const Group group = channel_icon(style, channel, {0, 0}, 14, "#000000");
    REQUIRE(group.shapes.size() == 2);
    return std::get<TextShape>(group.shapes[1]).runs[0].text;
  };
  CHECK(initial("zeppelin") == "Z");
  CHECK(initial("  ラジオ") == "ラ");
  CHECK(initial("e\xCC\x81tage") == "e\xCC\x81");
  CHECK(channel_icon(style, "", {0, 0}, 14, "#000000").shapes.size() == 1);
}

TEST_CASE("evidence and ties have their icons") {
  CHECK(evidence_icon_name("interview") == "interview");
  CHECK(evidence_icon_name("focus-group") == "interview");
  CHECK(evidence_icon_name("survey") == "survey");
  CHECK(evidence_icon_name("observation") == "observation");
  CHECK(evidence_icon_name("document") == "lens");
  CHECK(tie_icon_name("common-goal") == "common-goal");
  CHECK(tie_icon_name("bridge") == "other");
}
