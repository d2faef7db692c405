#include "render/report/page_blocks.hpp"

#include <algorithm>

#include "render/report/picture_words.hpp"
#include "render/write/write.hpp"

namespace outmap {
namespace {

using Flow = XmlWriter::Flow;

constexpr std::size_t most_right_columns = 16;  // that page.css knows of
constexpr std::size_t most_told = 400;          // lines of a picture in words

std::string_view word_of(PageTone tone) {
  switch (tone) {
    case PageTone::strong:
      return "strong";
    case PageTone::faint:
      return "faint";
    case PageTone::bad:
      return "bad";
    case PageTone::warning:
      return "warning";
    case PageTone::note:
      return "note";
    case PageTone::good:
      return "good";
    case PageTone::plain:
      break;
  }
  return {};
}

/// "r2 r5": the columns whose cells stand at the right, told once for all rows.
std::string right_columns(const PageTable& table) {
  std::string names;
  for (std::size_t i = 0; i < std::min(table.columns.size(), most_right_columns); ++i)
    if (table.columns[i].right) names += (names.empty() ? "r" : " r") + std::to_string(i + 1);
  return names;
}

}  // namespace

void tone_class(XmlWriter& html, PageTone tone) {
  if (const std::string_view name = word_of(tone); !name.empty()) html.attribute("class", name);
}

void PageBlocks::write(const std::vector<PageBlock>& blocks, std::string_view link) {
  link_ = link;
  for (const PageBlock& block : blocks) std::visit([this](const auto& one) { write_one(one); }, block);
}

void PageBlocks::anchor(const std::string& address) {
  if (anchors_.insert(address).second) html_.attribute("id", address);
}

void PageBlocks::element_link(std::string_view text, const std::string& element) {
  if (!elements_.contains(element)) {
    html_.text(text);
    return;
  }
  html_.open("a", Flow::within);
  html_.attribute("href", "#element/" + element);
  html_.text(text);
  html_.close();
}

void PageBlocks::write_words(const PageWords& words) {
  for (const PageSpan& span : words) {
    if (span.strong) html_.open("strong", Flow::within);
    if (!span.to.empty()) {
      html_.open("a", Flow::within);
      html_.attribute("href", "#" + span.to);
    }
    html_.text(span.text);
    if (!span.to.empty()) html_.close();
    if (span.strong) html_.close();
  }
}

void PageBlocks::write_one(const PageParagraph& paragraph) {
  html_.open("p");
  tone_class(html_, paragraph.tone);
  write_words(paragraph.words);
  html_.close();
}

void PageBlocks::write_one(const PageHeading& heading) {
  html_.open("h3");
  if (!heading.id.empty()) anchor(link_ + "/" + heading.id);
  html_.text(heading.text);
  html_.close();
}

void PageBlocks::write_one(const PageList& list) {
  html_.open(list.numbered ? "ol" : "ul");
  for (const PageWords& item : list.items) {
    html_.open("li");
    write_words(item);
    html_.close();
  }
  html_.close();
}

void PageBlocks::write_one(const PageFigures& figures) {
  html_.open("ul");
  html_.attribute("class", "figures");
  for (const PageFigure& figure : figures.figures) {
    html_.open("li");
    tone_class(html_, figure.tone);
    html_.open("a");
    html_.attribute("href", "#" + figure.to);
    html_.open("b");
    html_.text(figure.number);
    html_.close();
    html_.text(" ");
    html_.open("span", Flow::within);
    html_.text(figure.label);
    html_.close();
    html_.close();
    html_.close();
  }
  html_.close();
}

void PageBlocks::write_one(const PageTable& table) {
  html_.open("div");
  html_.attribute("class", "table");
  html_.attribute("role", "region");
  html_.attribute("tabindex", "0");
  html_.attribute("aria-label", table.caption);
  html_.open("table");
  if (const std::string columns = right_columns(table); !columns.empty()) html_.attribute("class", columns);
  html_.open("caption");
  html_.text(table.caption);
  html_.close();
  write_head(table);
  html_.open("tbody");
  for (const PageRow& row : table.rows) write_row(row);
  html_.close();
  html_.close();
  html_.close();
}

void PageBlocks::write_head(const PageTable& table) {
  html_.open("thead");
  html_.open("tr");
  for (const PageColumn& column : table.columns) {
    // A column without a heading holds marks.
    html_.open(column.heading.empty() ? "td" : "th", Flow::within);
    if (!column.heading.empty()) html_.attribute("scope", "col");
    if (column.right || column.wide) html_.attribute("class", column.right ? "right" : "wide");
    html_.text(column.heading);
    html_.close();
  }
  html_.close();
  html_.close();
}

void PageBlocks::write_row(const PageRow& row) {
  html_.open("tr");
  if (!row.element.empty()) {
    anchor(link_ + "/" + row.element);
    html_.attribute("data-id", row.element);
  }
  for (const PageCell& cell : row.cells) write_cell(cell);
  html_.close();
}

void PageBlocks::write_cell(const PageCell& cell) {
  html_.open("td", Flow::within);
  tone_class(html_, cell.tone);
  if (!cell.sort.empty() && cell.sort != cell.text) html_.attribute("data-sort", cell.sort);
  const bool is_long = cell.text.size() > long_text;
  if (is_long) {
    html_.open("div", Flow::within);
    html_.attribute("class", "long");
    html_.attribute("tabindex", "0");
  }
  if (cell.element.empty())
    html_.text(cell.text);
  else
    element_link(cell.text, cell.element);
  if (is_long) html_.close();
  html_.close();
}

void PageBlocks::write_one(const PagePicture& picture) {
  html_.open("figure");
  html_.attribute("class", "picture");
  anchor("picture/" + picture.name);
  html_.attribute("data-name", picture.name);
  html_.open("div");
  html_.attribute("class", "canvas");
  const std::optional<Scene> themed = themed_scene(picture.light, picture.dark, palette_);
  SvgOptions options;
  options.font = FontEmbedding::of_page;
  options.looks = &looks_;
  options.id_prefix = "p" + std::to_string(++pictures_) + ".";
  add_characters(picture.light, characters_);
  html_.markup("\n" + write_svg(themed ? *themed : picture.light, fonts_, options));
  html_.close();
  write_picture_in_words(picture.light);
  html_.close();
}

void PageBlocks::write_picture_in_words(const Scene& scene) {
  const std::vector<std::string> told = picture_words(scene);
  html_.open("figcaption");
  html_.open("details");
  html_.attribute("class", "in-words");
  html_.element("summary", "The picture in words");
  if (!scene.description.empty()) html_.element("p", scene.description);
  html_.open("ul");
  for (std::size_t i = 0; i < std::min(most_told, told.size()); ++i) html_.element("li", told[i]);
  if (told.size() > most_told) html_.element("li", "and " + std::to_string(told.size() - most_told) + " more");
  html_.close();
  html_.close();
  html_.close();
}

void PageBlocks::write_one(const PageFacts& facts) {
  html_.open("dl");
  for (const auto& [label, text] : facts.facts) {
    html_.open("div");
    html_.element("dt", label);
    html_.element("dd", text);
    html_.close();
  }
  html_.close();
}

void PageBlocks::write_one(const PageFold& fold) {
  html_.open("details");
  html_.attribute("class", "fold");
  if (!fold.id.empty()) {
    anchor(link_ + "/" + fold.id);
    html_.attribute("data-id", fold.id);
  }
  if (fold.open) html_.attribute("open", "");
  html_.element("summary", fold.summary);
  for (const PageBlock& block : fold.blocks) std::visit([this](const auto& one) { write_one(one); }, block);
  html_.close();
}

}  // namespace outmap
