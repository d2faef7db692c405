// A page of a report: every text stands as text, ids are unique, nothing comes from elsewhere.
#include "render/report/write_page.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <regex>

namespace outmap {
namespace {

const std::string hostile = "<script>alert(1)</script> ]]> \" onload=\"x ' & </style>";

Scene picture() {
  Scene scene;
  scene.id = "gaps";
  scene.title = hostile;
  scene.ground = "#FFFFFF";
  Group group{"outcome-a", "a", "outcome", "mark", hostile, "", {}};
  group.shapes.push_back(TextShape{{10, 10}, Anchor::start, 12, {{hostile, Face::regular, "#111111"}}});
  scene.shapes.push_back(std::move(group));
  return scene;
}

ReportPage page_of(const std::string& text) {
  ReportPage page;
  page.title = text;
  page.subtitle = text;
  page.lead = {text};
  PageSection section{"gaps", "gap", text, text, {}};
  section.blocks.push_back(PageParagraph{{{text, "gap/a", true}, {text}}, PageTone::warning});
  section.blocks.push_back(PageHeading{text, "x"});
  section.blocks.push_back(PageList{{{{text}}}, true});
  section.blocks.push_back(PageFigures{{{text, text, "gaps"}}});
  section.blocks.push_back(PageTable{text, {{text}, {text, true}}, {{"a", {{text, text, "a"}, {text}}}}});
  section.blocks.push_back(PagePicture{"gaps", picture(), picture()});
  section.blocks.push_back(PageFacts{{{text, text}}});
  section.blocks.push_back(PageFold{text, {PageParagraph{{{text}}}}, true, "fold"});
  page.sections = {section};
  page.elements = {{"a", "outcome", text, text, {text}, text, {{text, text}}, 0, {{text, {{"a", text}}}}}};
  page.footer = text;
  return page;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("whatever a text holds, it is shown as text") {
  const Fonts fonts;
  const std::string html = write_page(page_of(hostile), fonts);
  CHECK(count(html, "<script") == 1);  // ours
  CHECK(count(html, "</script") == 1);
  CHECK(count(html, "</style>") == 3);
  CHECK(count(html, "alert(1)") > 20);
  // No text ends an attribute: in quotes there are only quotes that are written as entities.
  CHECK(count(html, "\" onload=\"x") == count(html, "]]&gt; \" onload=\"x"));
  CHECK(count(html, "=\"&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &quot; onload=&quot;x") >= 2);
}

TEST_CASE("a text of ten thousand characters is there whole") {
  const std::string text(10000, 'x');
  const std::string html = write_page(page_of(text), Fonts());
  CHECK(count(html, text) > 10);
  CHECK(html.find("class=long tabindex=0") != std::string::npos);
}

TEST_CASE("the same page gives the same bytes") {
  CHECK(write_page(page_of("a"), Fonts()) == write_page(page_of("a"), Fonts()));
}

TEST_CASE("every id stands once, and every link leads somewhere") {
  const std::string html = write_page(page_of("a text"), Fonts());
  std::map<std::string, int> ids;
  static const std::regex id("[ ]id=\"?([^\" >]*)");
  for (std::sregex_iterator at(html.begin(), html.end(), id), end; at != end; ++at) ++ids[(*at)[1]];
  for (const auto& [name, times] : ids) {
    INFO(name);
    CHECK(times == 1);
  }
  CHECK(ids.contains("gap/a"));
  CHECK(ids.contains("element/a"));
  static const std::regex link("href=\"?#([^\" >]*)");
  const std::string body = html.substr(html.find("<body"), html.find("<script") - html.find("<body"));
  for (std::sregex_iterator at(body.begin(), body.end(), link), end; at != end; ++at) {
    INFO((*at)[1]);
    CHECK(ids.contains((*at)[1]));
  }
}

TEST_CASE("a page asks nothing of the network") {
  const std::string html = write_page(page_of("a"), Fonts());
  CHECK(html.find("default-src 'none'") != std::string::npos);
  static const std::regex loads("(src|href)=\"?(https?:|//)|url\\((?!data:|#)|@import");
  CHECK(!std::regex_search(html, loads));
  CHECK(html.find("src:url(data:font/otf;base64,") != std::string::npos);
}

TEST_CASE("a link to an element of which the page says nothing is plain text") {
  ReportPage page = page_of("a");
  page.elements.clear();
  const std::string html = write_page(page, Fonts());
  CHECK(html.find("href=\"#element/") == std::string::npos);
  CHECK(html.find("href=#element/") == std::string::npos);
}

}  // namespace outmap
