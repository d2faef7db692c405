// The map itself: its title page and its lists.
#include "model/format/describe.hpp"
#include "model/format/types/types.hpp"

namespace outmap {

template <>
struct Choices<TableEncoding> {
  static constexpr auto words = detail::words("automatic", "utf8", "latin1");
};

template <>
const RecordType& record_type<TableSource>() {
  static const RecordType type =
      describe<TableSource>("table", "A list that stands in a table beside the map")
          .field<&TableSource::file>("file", "The table, relative to the map")
          .required()
          .field<&TableSource::columns>("columns", "How the table calls our fields: {id: customerID}")
          .field<&TableSource::values>("values", "What fields hold where the table says nothing: {scale_max: 10}")
          .field<&TableSource::ignore>("ignore", "Columns to leave out")
          .field<&TableSource::delimiter>("delimiter", "What separates the cells: ',', ';' or tab")
          .otherwise("found by itself")
          .field<&TableSource::encoding>("encoding", "How the text is encoded")
          .otherwise("automatic")
          .type();
  return type;
}

namespace {

Describe<MapFile> title_page() {
  return describe<MapFile>("map", "Customers, what they are trying to reach, and what is done about it")
      .field<&MapFile::format>("outmap", "Version of the format: 1")
      .required()
      .between(1, 1)
      .field<&MapFile::title>("title", "What the map is about")
      .otherwise("the name of the file")
      .field<&MapFile::author>("author", "Who keeps it")
      .field<&MapFile::date>("date", "The day that the map describes")
      .otherwise("the newest date in the map")
      .field<&MapFile::scale>("scale", "The scale of levels")
      .otherwise("0 to 10")
      .field<&MapFile::currency>("currency", "Currency of all money: EUR, USD, JPY")
      .field<&MapFile::vision>("vision", "The world that we want to help bring about")
      .field<&MapFile::mission>("mission", "How we contribute to it")
      .field<&MapFile::practices>("practices", "Organisational practices")
      .field<&MapFile::monitoring>("monitoring", "What is worth watching")
      .field<&MapFile::evaluation>("evaluation", "What will be judged")
      .field<&MapFile::tables>("tables", "Lists that stand in tables beside the map");
}

}  // namespace

template <>
const RecordType& record_type<MapFile>() {
  static const RecordType type = title_page()
                                     .field<&MapFile::customers>("customers", "Who is served")
                                     .field<&MapFile::partners>("partners", "Who reaches them with us")
                                     .field<&MapFile::needs>("needs", "What they want, in their own words")
                                     .field<&MapFile::journeys>("journeys", "The ways they walk")
                                     .field<&MapFile::touchpoints>("touchpoints", "Where they meet us or a partner")
                                     .field<&MapFile::outcomes>("outcomes", "What they want to have reached")
                                     .field<&MapFile::offerings>("offerings", "What we sell")
                                     .field<&MapFile::processes>("processes", "How we deliver")
                                     .field<&MapFile::initiatives>("initiatives", "What we could do")
                                     .field<&MapFile::competitors>("competitors", "What they could choose instead")
                                     .field<&MapFile::factors>("factors", "What else drives or is driven")
                                     .field<&MapFile::relations>("relations", "Who is tied to whom")
                                     .field<&MapFile::influences>("influences", "What changes what")
                                     .field<&MapFile::evidence>("evidence", "Where the claims come from")
                                     .field<&MapFile::readings>("readings", "What was measured")
                                     .field<&MapFile::journals>("journals", "What was seen and done")
                                     .field<&MapFile::harvest>("harvest", "Changes that were harvested")
                                     .field<&MapFile::offers>("offers", "Reactions to something new")
                                     .field<&MapFile::clusters>("clusters", "Names for clusters")
                                     .field<&MapFile::ratings>("ratings", "Importance and satisfaction, by respondent")
                                     .field<&MapFile::kano>("kano", "Answers to pairs of Kano questions")
                                     .field<&MapFile::feedback>("feedback", "What customers told us")
                                     .field<&MapFile::prices>("prices", "What people would pay")
                                     .type();
  return type;
}

const RecordType& map_record() { return record_type<MapFile>(); }

}  // namespace outmap
