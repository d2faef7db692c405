#include "render/report/write_page.hpp"

#include <algorithm>

#include "render/report/assets.hpp"
#include "render/report/page_blocks.hpp"
#include "render/text/code_points.hpp"

namespace outmap {
namespace {

using Flow = XmlWriter::Flow;

/// The fonts that page.css names, as font_stack() does where nothing is lacking.
constexpr std::string_view usual_stack = "Inter,'DejaVu Sans',sans-serif";

/// Nothing is loaded from anywhere: what is on the page is in the page.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'";

/// The colours of the page itself, by the names that the style uses.
std::string theme_rules(const Theme& theme) {
  const std::pair<std::string_view, const std::string*> tokens[] = {{"canvas", &theme.canvas},
                                                                    {"surface", &theme.surface},
                                                                    {"chip", &theme.chip},
                                                                    {"hairline", &theme.hairline},
                                                                    {"grid", &theme.grid},
                                                                    {"ink", &theme.ink},
                                                                    {"ink-2", &theme.ink_2},
                                                                    {"ink-3", &theme.ink_3},
                                                                    {"on-strong", &theme.on_strong},
                                                                    {"accent", &theme.accent},
                                                                    {"accent-tint", &theme.accent_tint},
                                                                    {"gap", &theme.gap},
                                                                    {"gap-tint", &theme.gap_tint},
                                                                    {"gap-text", &theme.gap_text},
                                                                    {"gain", &theme.gain},
                                                                    {"loss", &theme.loss},
                                                                    {"loss-tint", &theme.loss_tint},
                                                                    {"evidence", &theme.evidence}};
  std::string rules;
  for (const auto& [name, colour] : tokens) rules += "--" + std::string(name) + ":" + *colour + ";";
  return rules;
}

/// Light by default, dark where the reader's system or the page's button says so, light on paper.
std::string colour_rules(const PagePalette& palette, const PageThemes& themes) {
  const std::string light = theme_rules(themes.light) + palette.light_rules();
  const std::string dark = theme_rules(themes.dark) + palette.dark_rules() + "color-scheme:dark;";
  return ":root{color-scheme:light;" + light +
         "}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark +
         "}}\n@media screen{:root[data-theme=dark]{" + dark + "}}\n";
}

/// Every character of the page's own text; tags and attributes are ASCII, which is kept whole.
void add_page_characters(std::string_view markup, FaceCharacters& used) {
  for (char32_t c = 0x20; c < 0x7F; ++c) used[0].insert(c);
  for (std::size_t at = 0; at < markup.size();) {
    if (static_cast<unsigned char>(markup[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint next = read_code_point(markup, at);
    used[0].insert(next.value);
    at += next.bytes;
  }
  used[static_cast<std::size_t>(Face::semibold)].insert(used[0].begin(), used[0].end());
}

class PageWriter {
 public:
  PageWriter(const ReportPage& page, const Fonts& fonts, const PageThemes& themes)
      : page_(page), fonts_(fonts), themes_(themes), blocks_(html_, fonts, known(page)) {}

  std::string write() {
    write_body();
    const std::string body = html_.finish();
    FaceCharacters characters = blocks_.characters();
    add_page_characters(body, characters);
    XmlWriter page(XmlWriter::Dialect::html);
    page.open("html");
    page.attribute("lang", "en");
    page.markup(head(characters));
    page.markup(body);
    return page.finish();
  }

 private:
  static std::set<std::string, std::less<>> known(const ReportPage& page) {
    std::set<std::string, std::less<>> ids;
    for (const PageElement& element : page.elements) ids.insert(element.id);
    return ids;
  }

  std::string head(const FaceCharacters& characters) const {
    XmlWriter head(XmlWriter::Dialect::html);
    head.open("head");
    head.open("meta");
    head.attribute("charset", "utf-8");
    head.close();
    const auto meta = [&](std::string_view key, std::string_view name, std::string_view content) {
      head.open("meta");
      head.attribute(key, name);
      head.attribute("content", content);
      head.close();
    };
    meta("http-equiv", "Content-Security-Policy", policy);
    meta("name", "viewport", "width=device-width, initial-scale=1");
    meta("name", "color-scheme", "light dark");
    meta("name", "generator", "outmap");
    head.element("title", page_.title);
    head.open("style");
    head.attribute("id", "fonts");
    head.markup(face_rules(characters, fonts_));
    head.close();
    head.open("style");
    head.attribute("id", "looks");
    head.markup("\n" + blocks_.looks().rules());
    head.close();
    head.open("style");
    head.markup("\n" + colour_rules(blocks_.palette(), themes_));
    head.markup(page_css);
    if (const std::string stack = font_stack(characters, fonts_); stack != usual_stack)
      head.markup("body{font-family:" + stack + "}\n");
    head.close();
    return head.finish();
  }

  void write_body() {
    html_.open("body");
    html_.open("a");
    html_.attribute("class", "skip");
    html_.attribute("href", "#" + page_.sections.front().id);
    html_.text("Skip to the content");
    html_.close();
    write_bar();
    html_.open("main");
    write_title();
    for (const PageSection& section : page_.sections) write_section(section);
    write_elements();
    html_.close();
    html_.open("footer");
    html_.element("p", page_.footer);
    html_.close();
    html_.open("script");
    html_.markup("\n");
    html_.markup(page_js);
    html_.close();
  }

  void write_bar() {
    html_.open("header");
    html_.attribute("class", "bar");
    html_.open("nav");
    html_.attribute("aria-label", "Sections");
    for (const PageSection& section : page_.sections) nav_link(section.id, section.title);
    if (!page_.elements.empty()) nav_link("elements", "Elements");
    html_.close();
    html_.open("form");
    html_.attribute("class", "filters");
    html_.attribute("role", "search");
    html_.attribute("hidden", "");
    write_choices();
    html_.close();
    html_.close();
  }

  void nav_link(const std::string& id, std::string_view title) {
    html_.open("a");
    html_.attribute("href", "#" + id);
    html_.text(title);
    html_.close();
  }

  void write_choices() {
    std::set<std::string> kinds;
    std::set<std::string> clusters;
    std::set<std::string> tags;
    for (const PageElement& element : page_.elements) {
      kinds.insert(element.kind);
      if (!element.cluster.empty()) clusters.insert(element.cluster);
      tags.insert(element.tags.begin(), element.tags.end());
    }
    html_.open("input");
    html_.attribute("type", "search");
    html_.attribute("name", "words");
    html_.attribute("placeholder", "Find a name");
    html_.attribute("aria-label", "Find a name");
    html_.close();
    write_choice("kind", "every kind", kinds);
    write_choice("cluster", "every cluster", clusters);
    write_choice("tag", "every tag", tags);
  }

  void write_choice(std::string_view name, std::string_view all, const std::set<std::string>& values) {
    if (values.size() < 2 && name != "tag") return;
    if (values.empty()) return;
    html_.open("select");
    html_.attribute("name", name);
    html_.attribute("aria-label", "Show " + std::string(name));
    html_.open("option");
    html_.attribute("value", "");
    html_.text(all);
    html_.close();
    for (const std::string& value : values) {
      html_.open("option");
      html_.attribute("value", value);
      html_.text(value.size() > 60 ? shortened(value) : value);
      html_.close();
    }
    html_.close();
  }

  /// Without cutting a character in two.
  static std::string shortened(const std::string& text) {
    std::size_t end = 57;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
  }

  void write_title() {
    html_.open("div");
    html_.attribute("class", "title");
    html_.element("h1", page_.title);
    if (!page_.subtitle.empty()) html_.element("p", page_.subtitle);
    for (const std::string& line : page_.lead) {
      html_.open("p");
      html_.attribute("class", "lead");
      html_.text(line);
      html_.close();
    }
    html_.close();
  }

  void open_section(const std::string& id, const std::string& link, std::string_view title, std::string_view question) {
    html_.open("section");
    html_.attribute("id", id);
    html_.attribute("data-link", link);
    html_.attribute("aria-labelledby", id + "-title");
    html_.open("h2");
    html_.attribute("id", id + "-title");
    html_.text(title);
    html_.close();
    if (question.empty()) return;
    html_.open("p");
    html_.attribute("class", "question");
    html_.text(question);
    html_.close();
  }

  void write_section(const PageSection& section) {
    open_section(section.id, section.link, section.title, section.question);
    blocks_.write(section.blocks, section.link);
    html_.close();
  }

  void write_elements() {
    if (page_.elements.empty()) return;
    open_section("elements", "element", "Elements", "Who and what is on this page, and what is tied to what?");
    html_.open("div");
    html_.attribute("class", "table");
    html_.attribute("role", "region");
    html_.attribute("tabindex", "0");
    html_.attribute("aria-label", "Elements");
    html_.open("table");
    html_.attribute("class", "elements");
    html_.element("caption", "Every element of the map");
    html_.open("thead");
    html_.open("tr");
    for (const std::string_view heading : {"name", "kind", "cluster", "tags", "what the map says", "tied to"}) {
      html_.open("th");
      html_.attribute("scope", "col");
      html_.text(heading);
      html_.close();
    }
    html_.close();
    html_.close();
    html_.open("tbody");
    for (const PageElement& element : page_.elements) write_element(element);
    html_.close();
    html_.close();
    html_.close();
    if (!page_.elements_note.empty()) html_.element("p", page_.elements_note);
    html_.close();
  }

  void write_element(const PageElement& element) {
    html_.open("tr");
    blocks_.anchor("element/" + element.id);
    write_name(element);
    html_.element("td", element.kind);
    html_.element("td", element.cluster);
    html_.open("td");
    for (const std::string& tag : element.tags) {
      html_.open("span", Flow::within);
      html_.attribute("class", "tag");
      html_.text(tag);
      html_.close();
      html_.text(" ");
    }
    html_.close();
    write_says(element);
    write_ties(element);
    html_.close();
  }

  void write_name(const PageElement& element) {
    html_.open("td");
    html_.open("b", Flow::within);
    if (element.name.size() > long_text) mark_long();
    html_.text(element.name);
    html_.close();
    if (element.name != element.id) {
      html_.text(" ");
      html_.open("code", Flow::within);
      html_.text(element.id);
      html_.close();
    }
    html_.close();
  }

  /// What scrolls in itself, and can be scrolled with the keyboard too.
  void mark_long() {
    html_.attribute("class", "long");
    html_.attribute("tabindex", "0");
  }

  void write_says(const PageElement& element) {
    html_.open("td", Flow::within);
    if (!element.words.empty()) {
      html_.open("p", Flow::within);
      if (element.words.size() > long_text) mark_long();
      html_.text(element.words);
      html_.close();
    }
    if (!element.facts.empty()) write_facts(element);
    html_.close();
  }

  void write_facts(const PageElement& element) {
    std::size_t length = 0;
    for (const auto& [label, text] : element.facts) length += text.size();
    html_.open("p", Flow::within);
    if (length > 3 * long_text) mark_long();
    bool first = true;
    for (const auto& [label, text] : element.facts) {
      if (!first) html_.text(" · ");
      html_.open("i", Flow::within);
      html_.text(label);
      html_.close();
      html_.text(" " + text);
      first = false;
    }
    if (element.facts_left_out > 0) html_.text(" · and " + std::to_string(element.facts_left_out) + " more");
    html_.close();
  }

  /// One line for each way of being tied.
  void write_ties(const PageElement& element) {
    html_.open("td", Flow::within);
    for (const PageTies& ties : element.ties) {
      html_.open("p", Flow::within);
      html_.open("i", Flow::within);
      html_.text(ties.what);
      html_.close();
      for (std::size_t i = 0; i < ties.ends.size(); ++i) {
        html_.text(i == 0 ? " " : ", ");
        blocks_.element_link(ties.ends[i].name, ties.ends[i].id);
      }
      if (ties.left_out > 0) html_.text(" and " + std::to_string(ties.left_out) + " more");
      html_.close();
    }
    html_.close();
  }

  const ReportPage& page_;
  const Fonts& fonts_;
  const PageThemes& themes_;
  XmlWriter html_{XmlWriter::Dialect::html};
  PageBlocks blocks_;
};

}  // namespace

std::string write_page(const ReportPage& page, const Fonts& fonts, const PageThemes& themes) {
  return PageWriter(page, fonts, themes).write();
}

}  // namespace outmap
