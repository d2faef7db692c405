#include "model/format/visit.hpp"

#include "model/format/map_file.hpp"

namespace outmap {

namespace {

void visit_record(const RecordType& type, const void* record, const PathMaker& path, const ReferenceVisitor& visit);

void visit_field(const Field& field, const void* record, const PathMaker& path, const ReferenceVisitor& visit) {
  const bool refers = !field.refers_to.empty() && field.access.visit_ids != nullptr;
  const bool leads_on =
      field.record != nullptr && field.record->has_references() && field.access.visit_records != nullptr;
  if (!refers && !leads_on) return;
  // Accessors serve reading and writing; nothing is changed here.
  const void* member = field.access.get(const_cast<void*>(record));
  const auto below = [&](const Where& where) { return path() + "/" + std::string(field.name) + where.pointer(); };
  if (refers) {
    field.access.visit_ids(
        member, [&](std::string_view id, const Where& where) { visit(field, id, [&] { return below(where); }); });
  }
  if (leads_on) {
    field.access.visit_records(member, [&](const void* child, const Where& where) {
      visit_record(
          *field.record, child, [&] { return below(where); }, visit);
    });
  }
}

void visit_record(const RecordType& type, const void* record, const PathMaker& path, const ReferenceVisitor& visit) {
  for (const Field& field : type.fields()) visit_field(field, record, path, visit);
}

}  // namespace

void for_each_reference(const RecordType& type, const void* record, const ReferenceVisitor& visit) {
  visit_record(
      type, record, [] { return std::string(); }, visit);
}

void for_each_reference(const MapContent& content, const ReferenceVisitor& visit, std::string_view except) {
  const auto no_path = [] { return std::string(); };
  for (const Field& field : map_record().fields()) {
    if (except.empty() || field.name != except)
      visit_field(field, static_cast<const MapFile*>(&content), no_path, visit);
  }
}

}  // namespace outmap
