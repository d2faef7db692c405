#include "model/io/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "model/format/cells_thousands.hpp"
#include "model/format/map_file.hpp"
#include "model/format/reader.hpp"
#include "model/format/types/types.hpp"
#include "model/io/parse.hpp"
#include "model/io/stage_rows.hpp"
#include "model/text/edit_distance.hpp"

namespace outmap {

namespace fs = std::filesystem;

/// Reads the parts of a map one after the other and keeps what is known of their places.
class MapLoader {
 public:
  explicit MapLoader(LoadListener listener = {}) : listener_(std::move(listener)) {}

  LoadedMap from_path(const std::string& path);
  LoadedMap from_text(std::string name, std::string text, const std::string& folder);

 private:
  enum class Syntax { yaml, json, jsonc };

  static std::optional<Syntax> syntax_of(const std::string& name);
  static ReadOptions read_options(Syntax syntax);
  void read_file(const std::string& path);
  void read_folder(const fs::path& folder);
  void read_document(std::optional<Source> source, Syntax syntax);
  void read_root();
  void add_tables_of(const fs::path& folder);
  void read_tables();
  std::optional<Source> read_source_of(const TableSource& source, const ReadOptions& options);
  void read_table(const TableSource& source);
  void read_rows(const Field& list, Origins::TableRows& table);
  void read_stage_rows(std::size_t table);
  void read_wide_ratings(const TableSource& source, Table table);
  void tell_rows(const RowReader& rows) const;
  void check_columns(const TableSource& source, const Table& table);
  LoadedMap finish();

  void tell(std::string_view what, std::size_t done, std::size_t of) const {
    if (listener_) listener_(what, done, of);
  }
  Diagnostics& problems() { return loaded_.problems; }
  Origins& origins() { return loaded_.origins; }

  LoadListener listener_;
  LoadedMap loaded_;
  MapFile file_;
  fs::path folder_ = ".";
  bool readable_ = false;  // there is something to check, however wrong
};

std::optional<MapLoader::Syntax> MapLoader::syntax_of(const std::string& name) {
  const auto ending = fs::path(name).extension().string();
  if (ending == ".yaml" || ending == ".yml") return Syntax::yaml;
  if (ending == ".json") return Syntax::json;
  if (ending == ".jsonc") return Syntax::jsonc;
  return std::nullopt;
}

ReadOptions MapLoader::read_options(Syntax syntax) {
  ReadOptions options;
  if (syntax != Syntax::yaml) options.encoding = Encoding::utf8;
  return options;
}

LoadedMap MapLoader::from_path(const std::string& path) {
  std::error_code ignored;
  if (path != "-" && fs::is_directory(path, ignored)) {
    read_folder(path);
  } else {
    folder_ = path == "-" ? fs::path(".") : fs::path(path).parent_path();
    read_file(path);
  }
  return finish();
}

LoadedMap MapLoader::from_text(std::string name, std::string text, const std::string& folder) {
  folder_ = folder;
  origins().file_ = name;
  const Syntax syntax = syntax_of(name).value_or(Syntax::yaml);
  read_document(decode_source(std::move(name), std::move(text), problems(), read_options(syntax)), syntax);
  return finish();
}

namespace {

/// The first character that is no white space.
char first_character(std::string_view text) {
  const auto at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? '\0' : text[at];
}

}  // namespace

void MapLoader::read_file(const std::string& path) {
  origins().file_ = path == "-" ? "<stdin>" : path;
  auto syntax = syntax_of(path);
  auto source = read_source(path, problems(), read_options(syntax.value_or(Syntax::yaml)));
  if (!source) return;
  if (!syntax) {
    const char first = first_character(source->text());
    syntax = first == '{' || first == '[' ? Syntax::json : Syntax::yaml;
    if (path != "-") {
      problems().add({"file.unknown-format", Severity::warning, source->whole(), "",
                      fmt::format("the ending of '{}' says no format; it is read as {}", path,
                                  *syntax == Syntax::json ? "JSON" : "YAML"),
                      "maps end in .yaml, .yml, .json or .jsonc, or are a folder of .csv tables"});
    }
  }
  read_document(std::move(source), *syntax);
}

void MapLoader::read_folder(const fs::path& folder) {
  folder_ = folder;
  origins().file_ = folder.string();
  for (const char* name : {"map.yaml", "map.yml", "map.json", "map.jsonc"}) {
    std::error_code ignored;
    if (!fs::exists(folder / name, ignored)) continue;
    read_file((folder / name).string());
    if (!readable_) return;
    add_tables_of(folder);
    return;
  }
  const auto name = fs::weakly_canonical(folder).filename().string();
  file_.title = name.empty() ? folder.string() : name;
  readable_ = true;
  add_tables_of(folder);
  if (file_.tables.empty()) {
    readable_ = false;
    problems().add({"structure.not-a-map", Severity::error, Place{folder.string(), 0, 0, 1, {}}, "",
                    "the folder holds no map.yaml and no table of a map",
                    "tables are called customers.csv, partners.csv …"});
  }
}

void MapLoader::add_tables_of(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string_view> lists{"stages"};
  for (const Field& field : map_record().fields()) {
    if (field.access.append != nullptr) lists.push_back(field.name);
  }
  for (const fs::path& file : files) {
    const auto named = [&file](const TableSource& source) { return source.file == file.filename().string(); };
    if (std::any_of(file_.tables.begin(), file_.tables.end(), named)) continue;
    const auto list = file.stem().string();
    if (std::find(lists.begin(), lists.end(), list) != lists.end()) {
      TableSource source;
      source.list = list;
      source.file = file.filename().string();
      file_.tables.push_back(std::move(source));
      continue;
    }
    const auto near = nearest(list, lists);
    problems().add({"file.unread", Severity::warning, Place{file.string(), 0, 0, 1, {}}, "",
                    "no list of a map is called like this table; it is not read",
                    near.empty() ? std::string() : fmt::format("did you mean '{}.csv'?", near)});
  }
}

void MapLoader::read_document(std::optional<Source> source, Syntax syntax) {
  if (!source) return;
  auto document = syntax == Syntax::yaml ? parse_yaml(std::move(*source), problems())
                                         : parse_json(std::move(*source), problems(), {syntax == Syntax::jsonc});
  if (!document || document->empty()) return;
  origins().document_ = std::move(document);
  read_root();
}

void MapLoader::read_root() {
  const Value root = origins().document_->root();
  const bool has_version = root.kind() == NodeKind::mapping && root.member("outmap");
  bool has_fields = has_version;
  for (const Value member : root) {
    has_fields = has_fields || (root.kind() == NodeKind::mapping && map_record().find(member.key()) != nullptr);
  }
  if (!has_version) {
    problems().add({"structure.not-a-map", Severity::error, root.place(), "",
                    "this is no map: it does not say 'outmap: 1'",
                    "a map begins with the version of its format: outmap: 1"});
  }
  if (!has_fields) return;
  Reader reader(problems(), has_version ? "" : "outmap");
  reader.read_record(map_record(), &file_, root);
  readable_ = true;
  if (file_.title.empty()) file_.title = fs::path(origins().file_).stem().string();
}

void MapLoader::read_tables() {
  TableSources sources = std::move(file_.tables);
  file_.tables.clear();
  // A wide table of ratings names outcomes in its header: they must be known by then.
  std::stable_partition(sources.begin(), sources.end(),
                        [](const TableSource& source) { return source.list != "ratings"; });
  for (const TableSource& source : sources) read_table(source);
}

void MapLoader::check_columns(const TableSource& source, const Table& table) {
  const std::vector<std::string_view> headers(table.header().begin(), table.header().end());
  const auto check = [&](const std::string& header, const std::string& path) {
    if (std::find(headers.begin(), headers.end(), header) != headers.end()) return;
    const auto near = nearest(header, headers);
    problems().add({"reference.unknown-column",
                    Severity::error,
                    {},
                    path,
                    fmt::format("'{}' has no column '{}'", source.file, header),
                    near.empty() ? fmt::format("its columns are {}", fmt::join(headers, ", "))
                                 : fmt::format("did you mean '{}'?", near)});
  };
  for (const ColumnName& column : source.columns)
    check(column.header, source.path + "/columns" + pointer_step(column.field));
  for (std::size_t i = 0; i < source.ignore.size(); ++i)
    check(source.ignore[i], fmt::format("{}/ignore/{}", source.path, i));
}

namespace {

char delimiter_of(const TableSource& source) {
  if (source.delimiter == "tab" || source.delimiter == "\t") return '\t';
  return source.delimiter.empty() ? '\0' : source.delimiter.front();
}

Encoding encoding_of(TableEncoding encoding) {
  if (encoding == TableEncoding::latin1) return Encoding::latin1;
  return encoding == TableEncoding::utf8 ? Encoding::utf8 : Encoding::automatic;
}

}  // namespace

std::optional<Source> MapLoader::read_source_of(const TableSource& source, const ReadOptions& options) {
  Diagnostics found;
  auto text = read_source((folder_ / source.file).string(), found, options);
  if (!text && !source.path.empty()) {
    for (Diagnostic& problem : found.all()) {
      problem.message = fmt::format("{}: {}", problem.place.file, problem.message);
      problem.place = {};  // the mistake is in the map that names the table
      problem.path = source.path;
    }
  }
  problems().append(std::move(found));
  return text;
}

void MapLoader::read_table(const TableSource& source) {
  const Field* list = source.list == "stages" ? map_record().find("journeys") : map_record().find(source.list);
  if (list == nullptr || list->access.append == nullptr) {
    auto fault = unknown_field_fault(map_record(), source.list);
    problems().add({"field.unknown",
                    Severity::error,
                    {},
                    source.path,
                    fmt::format("a map has no list '{}' that a table could hold", source.list),
                    fault.hint});
    return;
  }
  ReadOptions options;
  options.encoding = encoding_of(source.encoding);
  auto text = read_source_of(source, options);
  if (!text) return;
  auto table = open_table(std::move(*text), problems(), {delimiter_of(source)});
  if (!table) return;
  if (!source.path.empty()) check_columns(source, *table);
  if (source.list == "ratings" && !outcomes_in_columns(*table, source).empty()) {
    return read_wide_ratings(source, *std::move(table));
  }
  const bool stages = source.list == "stages";
  const RecordType& type = stages ? record_type<StageRow>() : *list->record;
  TablePlan plan(type, *table, source, problems());
  const std::size_t first = stages ? 0 : list->access.count(list->access.get(&file_));
  origins().tables_.push_back({source.list, first, *std::move(table), std::move(plan)});
  if (stages) return read_stage_rows(origins().tables_.size() - 1);
  read_rows(*list, origins().tables_.back());
}

namespace {

constexpr std::size_t rows_between_news = 4096;

}  // namespace

void MapLoader::tell_rows(const RowReader& rows) const {
  const Source& source = rows.table().source();
  if (rows.row() % rows_between_news == 0) tell(source.name(), rows.bytes_read(), source.text().size());
}

void MapLoader::read_rows(const Field& list, Origins::TableRows& table) {
  void* member = list.access.get(&file_);
  list.access.reserve(member, table.table.expected_rows());
  RowReader rows(table.table, problems());
  CellReader reader(rows, problems());
  ThousandsWatch thousands(table.plan, table.table);
  while (rows.next()) {
    tell_rows(rows);
    thousands.look(rows);
    table.plan.read_row(list.access.append(member), {table.list, table.first + rows.row()}, reader);
  }
  thousands.warn({table.list, table.first}, table.table, problems());
}

void MapLoader::read_wide_ratings(const TableSource& source, Table table) {
  auto plans = plan_wide_ratings(table, source, file_.outcomes, problems());
  if (plans.empty()) return;
  TablePlan plan = plans.front().plan;
  origins().tables_.push_back(
      {source.list, file_.ratings.size(), std::move(table), std::move(plan), std::move(plans), {}, {}});
  Origins::TableRows& rows = origins().tables_.back();
  RowReader row(rows.table, problems());
  CellReader reader(row, problems());
  while (row.next()) {
    tell_rows(row);
    read_wide_row(rows.wide, {rows.list, file_.ratings.size()}, reader, file_.ratings, rows.wide_plan);
    rows.wide_row.resize(rows.wide_plan.size(), static_cast<std::uint32_t>(row.row()));
  }
}

namespace {

/// The number of the journey with this id, made at the end where the map has none.
std::size_t journey_number(std::vector<Journey>& journeys, const Id& id) {
  for (std::size_t i = 0; i < journeys.size(); ++i) {
    if (journeys[i].id == id) return i;
  }
  journeys.emplace_back().id = id;
  return journeys.size() - 1;
}

}  // namespace

void MapLoader::read_stage_rows(std::size_t number) {
  Origins::TableRows& table = origins().tables_[number];
  RowReader rows(table.table, problems());
  ThousandsWatch thousands(table.plan, table.table);
  auto placed = stages_in_order(rows, table.plan, thousands, problems());
  thousands.warn({table.list, table.first}, table.table, problems());
  for (PlacedStage& next : placed) {
    const std::size_t journey = journey_number(file_.journeys, next.stage.journey);
    auto& stages = file_.journeys[journey].stages;
    origins().stages_[{journey, stages.size()}] = {number, next.row};
    stages.push_back(std::move(next.stage));
  }
}

namespace {

bool is_unreadable(const Diagnostic& problem) {
  return problem.severity == Severity::error &&
         (problem.code.starts_with("syntax.") || problem.code.starts_with("file."));
}

/// Takes out of `found` what only follows from problems that were told already: ids that an unread file may hold, and
/// what rules say of a record in which a field could not be read.
void drop_consequences(const Diagnostics& told, Diagnostics& found) {
  std::unordered_set<std::string> affected;
  for (const Diagnostic& problem : told.all()) {
    for (auto path = problem.path; !path.empty(); path.resize(path.rfind('/'))) affected.insert(path);
  }
  const bool incomplete = std::any_of(told.all().begin(), told.all().end(), is_unreadable);
  std::erase_if(found.all(), [&](const Diagnostic& problem) {
    return affected.contains(problem.path) || (incomplete && problem.code == "reference.unknown-id");
  });
}

}  // namespace

LoadedMap MapLoader::finish() {
  if (readable_) {
    read_tables();
    Diagnostics found;
    tell("checking the map", 0, 0);
    loaded_.map = Map::make(std::move(static_cast<MapContent&>(file_)), found);
    drop_consequences(problems(), found);
    problems().append(std::move(found));
  }
  if (problems().has_errors()) loaded_.map.reset();
  locate_problems(problems(), origins());
  problems().sort();
  return std::move(loaded_);
}

LoadedMap load_map(const std::string& path, const LoadListener& listener) {
  return MapLoader(listener).from_path(path);
}

LoadedMap load_map_text(std::string name, std::string text, const std::string& folder) {
  return MapLoader().from_text(std::move(name), std::move(text), folder);
}

}  // namespace outmap
