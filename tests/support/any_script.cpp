#include "tests/support/any_script.hpp"

namespace outmap::test {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// Hands out the names one after the other.
class Names {
 public:
  void give(std::string& text) {
    if (!text.empty()) text = names_in_any_script()[next_++ % names_in_any_script().size()];
  }
  template <class Elements>
  void name(Elements& elements) {
    for (auto& element : elements) give(element.name);
  }

 private:
  std::size_t next_ = 0;
};

void rename_journeys(std::vector<Journey>& journeys, Names& names) {
  for (Journey& journey : journeys) {
    names.give(journey.name);
    for (Stage& stage : journey.stages) {
      names.give(stage.name);
      names.give(stage.goal);
      for (std::string& pain : stage.pains) names.give(pain);
      for (std::string& opportunity : stage.opportunities) names.give(opportunity);
    }
  }
}

void rename_partners(std::vector<Partner>& partners, Names& names) {
  for (Partner& partner : partners) {
    names.give(partner.name);
    names.give(partner.outcome_challenge);
    for (auto* markers :
         {&partner.progress_markers.expect, &partner.progress_markers.like, &partner.progress_markers.love})
      for (ProgressMarker& marker : *markers) names.give(marker.statement);
  }
}

}  // namespace

const std::vector<std::string>& names_in_any_script() {
  static const std::vector<std::string> names{
      "赤ちゃんが生まれたばかりの家族（港区・品川区）",
      "العائلات الجديدة في المدينة القديمة",
      "<script>alert(1)</script>",
      "הורים חדשים (2024) ABC וסטודנטים",
      "👩‍👩‍👧‍👦 Families 🇩🇪🇯🇵 👍🏽 and ❤️",
      "क्षेत्रीय स्वास्थ्य केंद्र और नए माता-पिता",
      "]]> & <![CDATA[ &amp; </svg> -->",
      "Z̴̡̛͚̈́á̸̧l̶̢̀g̷̛̈o e\xCC\x81\xCC\xA3 n\xCC\x83",
      "\"quoted\" 'single' \\N \\L \\\"",
      "Café مرحبا 24/7 (עברית)",
      "line\nbreak\tand tab\x01\x1B[31mred",
      "คลินิกสุขภาพชุมชนริมแม่น้ำ",
      "서울 지역 보건소와 부모님",
      "| pipes | and `ticks` | *stars* _under_ [link](http://x)",
      "=HYPERLINK(\"http://x\"), semi;colon",
      repeated("x", 10000),
      repeated("日", 3000),
      repeated("שלום עולם ", 400),
      "مرحبا",
      "東京",
  };
  return names;
}

MapContent in_any_script(MapContent content) {
  Names names;
  names.give(content.title);
  names.name(content.customers);
  rename_partners(content.partners, names);
  for (Need& need : content.needs) {
    names.give(need.statement);
    names.give(need.quote);
  }
  rename_journeys(content.journeys, names);
  names.name(content.touchpoints);
  for (Touchpoint& touchpoint : content.touchpoints)
    for (std::string& pain : touchpoint.pains) names.give(pain);
  names.name(content.outcomes);
  names.name(content.offerings);
  names.name(content.processes);
  names.name(content.initiatives);
  names.name(content.competitors);
  names.name(content.factors);
  for (Evidence& evidence : content.evidence) names.give(evidence.quote);
  for (Harvest& harvest : content.harvest) names.give(harvest.outcome);
  names.name(content.clusters);
  return content;
}

}  // namespace outmap::test
