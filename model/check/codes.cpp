#include "model/check/codes.hpp"

#include <algorithm>
#include <array>

#include "model/check/gap_codes.hpp"

namespace outmap {

namespace {

constexpr std::array<Code, 62> problem_codes{{
    {"field.like-attribute", Severity::warning, "A column is called almost like a field",
     "In a table of customers or partners, a column that is no field becomes an attribute. This one is called so much "
     "like a field that it may be a slip of the pen, and then its numbers would count for nothing.",
     "id,name,sizze",
     "Correct the name, map it under 'columns', or call it attributes.NAME where an attribute is meant."},
    {"field.missing", Severity::error, "A required field is missing",
     "Some fields an element cannot do without, such as its id, or the weight of an influence.",
     "customers: [{name: New parents}]", "Add the field. The reference of fields says which ones are required."},
    {"field.unknown", Severity::error, "A field is not known",
     "No element of this kind has a field of that name, so what it says would be lost. Most often it is a slip of the "
     "pen.",
     "customers: [{id: new-parents, sice: 4200}]",
     "Write the name that the message proposes. What is your own goes under 'attributes' (customers and partners), or "
     "into a field that begins with x-."},
    {"file.directory", Severity::error, "A folder stands where a file is wanted",
     "A table or scenario must be a file. Only the map itself may be a folder: one of CSV tables.",
     "tables: {customers: data/}", "Name the file in the folder."},
    {"file.empty", Severity::error, "The file is empty", "There is nothing to read: no text, or only comments.",
     "(a file of 0 bytes)", "Write a map into it; 'outmap init DIR' gives one to start from."},
    {"file.encoding", Severity::error, "The text is not in a known encoding",
     "The bytes are not UTF-8. JSON must be UTF-8; other files are read as Latin-1 with a warning where that is "
     "possible.",
     "{\"title\": \"Caf\\xE9\"} saved as Latin-1", "Save the file as UTF-8."},
    {"file.latin1", Severity::warning, "The file was read as Latin-1",
     "The bytes are not UTF-8, so the text was read as Latin-1 (Windows-1252), as older spreadsheets write it. Letters "
     "with accents may be wrong.",
     "a customers.csv saved by an old spreadsheet",
     "Save it as UTF-8, or say 'encoding: latin1' for the table in the map."},
    {"file.not-found", Severity::error, "There is no such file",
     "The map, or a table that it names, is not where it is looked for. Tables are looked for beside the map.",
     "tables: {customers: custommers.csv}", "Check the name; the message proposes the nearest one in the folder."},
    {"file.null-byte", Severity::error, "The file holds null bytes",
     "Text has no null bytes: this is a spreadsheet, a picture or another binary file.", "outmap check customers.xlsx",
     "Export it as CSV, YAML or JSON."},
    {"file.too-large", Severity::error, "The file is too large",
     "Positions in a file are kept in 32 bits: a file may have up to 4 GiB, a cell up to 2 GiB.",
     "a customers.csv of 5 GiB", "Split the table."},
    {"file.unknown-format", Severity::warning, "The ending of the file says no format",
     "The text was read as what it looks like: JSON where it begins with a brace, else YAML.", "outmap check map.txt",
     "Give it the ending .yaml, .json or .jsonc."},
    {"file.unread", Severity::warning, "A table in the folder is not read",
     "In a folder of tables, each table is called like the list that it holds. This one is called otherwise, so it is "
     "left out.",
     "relation.csv", "Call it like the list (relations.csv), or name it in map.yaml under 'tables'."},
    {"file.unreadable", Severity::error, "The file cannot be read", "The system refuses to open or read it.",
     "a file without read permission", "Check its permissions."},
    {"file.utf16", Severity::note, "The file was read as UTF-16",
     "It begins with the mark of UTF-16, as some spreadsheets write it; the text was turned into UTF-8.",
     "a 'Unicode text' export of a spreadsheet", "Nothing; save it as UTF-8 to be rid of the note."},
    {"reference.unknown-column", Severity::error, "The table has no such column",
     "The map says how a table calls a field, but the table has no column of that name.",
     "tables: {customers: {file: c.csv, columns: {id: custmerID}}}",
     "Write the name as it stands in the table's first row."},
    {"reference.unknown-id", Severity::error, "No element has this id",
     "A field names an element that the map does not hold.", "relations: [{from: new-parents, to: midwifes}]",
     "Write the id that the message proposes, or add the element."},
    {"reference.wrong-kind", Severity::error, "The element is of another kind",
     "A field names an element that exists, but whose kind cannot stand there: a relation joins customers and "
     "partners, not outcomes.",
     "relations: [{from: new-parents, to: booked-fast}]",
     "Name an element of the right kind. To say that one thing changes another, use an influence."},
    {"scenario.mode", Severity::error, "It does not fit the mode of the scenario",
     "In mode change everything starts at 0, which is today, and nothing may move by itself. Modified-kosko, rescaled "
     "and "
     "the sigmoid move even where nothing was changed; initial states and baselines are of mode state.",
     "mode: change\ntransfer: sigmoid", "Leave it out, or say 'mode: state' for activations as other tools have them."},
    {"scenario.no-effect", Severity::warning, "What is held changes nothing",
     "The scenario holds an element of which the map does not say what it changes, so that nothing comes of it.",
     "changes: [{act: {website: 1}}]",
     "Give the element influences, or the initiative a share that it 'closes', in the map or under 'add'."},
    {"scenario.not-a-scenario", Severity::error, "This is no scenario",
     "The text can be read, but it does not say that it is a scenario, or it holds changes both of its own and under "
     "'scenarios'.",
     "outmap: 1\ntitle: Riverside Clinics", "A scenario begins with the version of its format: outmap-scenario: 1."},
    {"scenario.unknown-field", Severity::error, "What is to be set is no field",
     "A field is named by the id of its element and the way to it, parted by dots. The element has no such field, or "
     "it is "
     "one that cannot be set as a whole: an id, a list of records.",
     "changes: [{set: {booked-fast.curent: 6}}]", "Write the name that the message proposes."},
    {"scenario.unknown-id", Severity::error, "A scenario names what the map does not hold",
     "No element of the map, nor of what the scenario has added until then, has this id; or it was removed before.",
     "changes: [{remove: [midwifes]}]", "Write the id that the message proposes, or add the element first."},
    {"scenario.unknown-influence", Severity::error, "A scenario reweights an influence that is not there",
     "The map claims no influence between these two in this direction, so there is no weight to change.",
     "changes: [{reweight: [{from: midwives, to: wait, weight: 0.4}]}]",
     "Add the influence: add: {influences: [{from: midwives, to: wait, weight: 0.4}]}."},
    {"structure.contradiction", Severity::error, "An initiative requires what it excludes",
     "It could never be chosen: no plan can hold both and leave one of them out.",
     "initiatives: [{id: a, requires: [b], excludes: [b]}, {id: b}]", "Keep one of the two."},
    {"structure.cycle", Severity::error, "A circle where an order is meant",
     "Initiatives that require one another, or journeys that replace one another, in a circle have no first one. "
     "(Influences may run in circles: those are feedback loops.)",
     "initiatives: [{id: a, requires: [b]}, {id: b, requires: [a]}]", "Take one of the links out."},
    {"structure.duplicate-attribute", Severity::error, "An attribute is given twice",
     "The same attribute stands twice on one element, so it is not clear which value counts.",
     "a table with the columns region and attributes.region", "Take one of them out."},
    {"structure.duplicate-column", Severity::error, "A table has two columns of one name",
     "It is not clear which of the two holds the field.", "id,name,name",
     "Rename one, or leave it out: ignore: [name]."},
    {"structure.duplicate-id", Severity::error, "Two elements have the same id",
     "Ids are unique over the whole map, whatever the kind: everything that names the id would be ambiguous.",
     "customers: [{id: north}]\npartners: [{id: north}]", "Give one of them another id."},
    {"structure.duplicate-influence", Severity::warning, "An influence is said twice",
     "Two influences join the same two elements in the same direction. Their weights add up, which is rarely meant.",
     "influences: [{from: a, to: b, weight: 0.4}, {from: a, to: b, weight: 0.5}]",
     "Say it once and list the evidence of both."},
    {"structure.duplicate-key", Severity::error, "A key stands twice in a mapping",
     "Only one of the two values could count. The first one is kept for the other checks.",
     "title: Clinics\ntitle: Riverside Clinics", "Take one of them out."},
    {"structure.empty-column", Severity::warning, "A column has no name",
     "The first row of a table names its columns; this one has none, so its cells are not read.", "id,,size",
     "Name the column."},
    {"structure.future-of-current", Severity::warning, "A journey of today replaces another",
     "Only a journey with 'when: future' can be the future of another one.", "journeys: [{id: b, future_of: a}]",
     "Add when: future."},
    {"structure.given-twice", Severity::warning, "A number is given in two ways",
     "The value to the firm is given as an amount and by its parts. The amount counts.",
     "customers: [{id: a, firm_value: 900, clv: {margin: 180, retention: 0.8, discount: 0.1}}]",
     "Keep one of the two."},
    {"structure.not-a-map", Severity::error, "This is no map",
     "The text can be read, but it does not say that it is a map.", "{\"name\": \"something else\"}",
     "A map begins with the version of its format: outmap: 1."},
    {"structure.ragged-row", Severity::error, "A row has more or fewer cells than the first row",
     "Cells without a column would be lost. (Rows that are too short end in missing values and are only warned about.)",
     "id,name\nnew-parents,New parents,4200", "Mend the row; a comma inside a cell needs quotes round the cell."},
    {"structure.replaces", Severity::error, "A stage replaces one of a foreign journey",
     "A stage of a future journey replaces a stage of the journey named by 'future_of'.",
     "journeys: [{id: later, when: future, stages: [{id: s2, replaces: s1}]}]",
     "Name the journey of today with future_of, and one of its stages with replaces."},
    {"structure.self-relation", Severity::warning, "An element is tied to itself",
     "A relation joins two different elements. Data from other tools often holds such ties; they are kept, but nothing "
     "counts them.",
     "relations: [{from: midwives, to: midwives}]",
     "Name the other end, or take the relation out. (An influence on itself is allowed.)"},
    {"structure.stage-position", Severity::error, "Stages of a table have no clear order",
     "A stage stands twice in the table, or two stages of a journey have the same position.",
     "journey,position,id\nfirst-year,1,book\nfirst-year,1,visit",
     "Number the stages of a journey 1, 2, 3 … and give each an id of its own."},
    {"syntax.csv-quote", Severity::error, "A quote in a table is not closed",
     "A cell that begins with a quote ends with one. Without it the rest of the table would be one cell.",
     "id,name\na,\"New parents", "Close the quote. A quote inside a quoted cell is doubled."},
    {"syntax.json", Severity::error, "The text is not JSON",
     "The reader could not go on at this place, so nothing after it was checked.", "{\"outmap\": 1,}",
     "Mend the place. Comments are allowed in .jsonc files only."},
    {"syntax.number-too-large", Severity::error, "A number is too large", "No number of the machine can hold it.",
     "{\"size\": 1e400}", "Write a number below 1e308."},
    {"syntax.too-deep", Severity::error, "The text is nested too deeply",
     "Maps nest a few levels deep; more than 64 is a mistake, or an attack.", "[[[[ … ]]]]", "Flatten it."},
    {"syntax.yaml", Severity::error, "The text is not YAML",
     "The reader could not go on at this place, so nothing after it was checked. Most often an indent, a tab, a "
     "missing space after a colon, or a quote.",
     "customers:\n	- id: a", "Mend the place; quote a text that holds ': ' or begins with a special character."},
    {"syntax.yaml-alias", Severity::error, "Aliases are not used in maps",
     "An alias (*name) repeats another part of the text. Maps say everything where it belongs.", "needs: *common",
     "Write the value out."},
    {"syntax.yaml-anchor", Severity::error, "Anchors are not used in maps",
     "An anchor (&name) marks a part of the text to be repeated elsewhere.", "needs: &common [trust]",
     "Take the anchor out."},
    {"syntax.yaml-documents", Severity::error, "The file holds a second document",
     "A map is one document; what follows '---' would be lost.", "outmap: 1\n---\noutmap: 1",
     "Put it into a file of its own."},
    {"syntax.yaml-key", Severity::error, "A key is no plain text",
     "The names of fields are texts, not lists or mappings.", "? [a, b]\n: 1", "Write a text before the colon."},
    {"syntax.yaml-merge", Severity::error, "Merge keys are not used in maps",
     "'<<' copies fields from elsewhere. Maps say everything where it belongs.", "<<: *base", "Write the fields out."},
    {"syntax.yaml-tag", Severity::error, "Tags are not used in maps",
     "A tag (!name) says of what type a value is. Here the field says it.", "size: !!str 4200", "Take the tag out."},
    {"value.choice", Severity::error, "A word that is not one of the choices",
     "The field takes one of a few words, so that every map says it in the same way.",
     "outcomes: [{id: a, direction: up}]", "Write one of the words that the message lists."},
    {"value.clv", Severity::error, "The parts do not make a customer lifetime value",
     "Either margin, retention and discount: CLV = m r / (1 + d - r) less acquisition; or order value, orders per "
     "year, margin share and years. With retention at or above 1 + discount the value would be endless.",
     "clv: {margin: 180}", "Give all parts of one of the two ways."},
    {"value.colour", Severity::error, "A colour that is none",
     "Colours of a brand are written as # and six digits from 0 to F: two each for red, green and blue. In YAML a # "
     "begins a comment, so that a colour stands in quotation marks.",
     "accent: #7A1FA2", "Write it as \"#7A1FA2\", in quotation marks."},
    {"value.date", Severity::error, "A date that the calendar does not have",
     "Dates are written as ISO 8601: year, month, day.", "date: 2026-02-30", "Write YYYY-MM-DD."},
    {"value.direction", Severity::warning, "An outcome that should probably come down",
     "Its target lies below today's level, and its name or unit is of a kind that people want less of; but more counts "
     "as better unless the outcome says otherwise. So it looks as if it were met.",
     "outcomes: [{id: wait, unit: min, scale: {min: 0, max: 60}, current: 30, target: 15}]", "Add direction: less."},
    {"value.id", Severity::error, "An id with a character that ids do not have",
     "Ids are used in references, file names and links.", "customers: [{id: new.parents}]",
     "Use letters, digits, '-' and '_'."},
    {"value.level", Severity::error, "A level outside of its scale",
     "Levels lie on the map's scale (0 to 10 unless it says otherwise), or on the outcome's own.",
     "outcomes: [{id: wait, current: 30}]",
     "Mend the level, or give the outcome a scale of its own: scale: {min: 0, max: 90}."},
    {"value.mixed-attribute", Severity::warning, "An attribute is of several kinds",
     "It is a number on one element and a text on another, so the two cannot be compared.",
     "customers: [{id: a, attributes: {age: 32}}, {id: b, attributes: {age: young}}]",
     "Write it in one way everywhere."},
    {"value.range", Severity::error, "A number outside of its range",
     "The field takes numbers within bounds: importance 0 to 10, weights -1 to 1, shares 0 to 1.",
     "influences: [{from: a, to: b, weight: 70}]", "Mend the number; a share of 70 % is 0.7."},
    {"value.reading", Severity::error, "A reading that does not fit what it measures",
     "An outcome is read as a number, a stage as a part and a number, a progress marker as low, medium or high.",
     "readings: [{of: m1, date: 2026-05-01, value: 7}]", "Write the value that the element takes."},
    {"value.scale", Severity::error, "A scale turned round",
     "The low end must be below the high end. That less is better is said by 'direction: less', not by turning the "
     "scale.",
     "scale: {min: 10, max: 0}", "Write the lower end as min."},
    {"value.thousands", Severity::warning, "A point that may stand between thousands",
     "In a table whose cells are separated by ';', every number of a column that has a point has three digits behind "
     "it. "
     "Where such tables are common 1.200 often means 1200; it is read as 1.2.",
     "id;size\na;1.200", "Write 1200, or 1.2 where that is meant."},
    {"value.type", Severity::error, "A value of the wrong kind",
     "The field takes something else: a number, a list, a mapping …", "customers: [{id: a, size: many}]",
     "Write what the message says that the field takes."},
}};

constexpr auto codes = [] {
  std::array<Code, problem_codes.size() + gap_codes.size()> all{};
  std::ranges::merge(problem_codes, gap_codes, all.begin(), {}, &Code::code, &Code::code);
  return all;
}();

static_assert(std::is_sorted(codes.begin(), codes.end(), [](const Code& a, const Code& b) { return a.code < b.code; }));

}  // namespace

std::span<const Code> all_codes() { return codes; }

const Code* find_code(std::string_view code) {
  const auto found = std::find_if(codes.begin(), codes.end(), [code](const Code& row) { return row.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

}  // namespace outmap
