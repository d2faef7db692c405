#include "model/format/codec.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace outmap {

namespace {

/// Reads one text of a list, or reports it.
void read_text(Texts& texts, const Value& value, Reader& reader) {
  std::string text;
  if (!value.is_scalar() || value.kind() == NodeKind::null) {
    reader.report(value, {"value.type",
                          fmt::format("'{}' takes {}, found {} in it", reader.field().name, expected(reader.field()),
                                      describe(value)),
                          {}});
  } else if (auto fault = parse(scalar_of(value), reader.field(), text)) {
    reader.report(value, std::move(*fault));
  } else {
    texts.push_back(std::move(text));
  }
}

}  // namespace

void Codec<Texts>::read(void* member, const Value& value, Reader& reader) {
  auto& texts = *static_cast<Texts*>(member);
  if (value.kind() != NodeKind::list) {
    auto fault = wrong_type(reader.field(), describe(value));
    if (value.is_scalar()) fault.hint = fmt::format("write a list, even of one: [{}]", scalar_of(value).text);
    return reader.report(value, std::move(fault));
  }
  texts.reserve(value.size());
  std::size_t position = 0;
  for (const Value item : value) {
    const Reader::Step step(reader, position++);
    read_text(texts, item, reader);
  }
}

void Codec<Texts>::read_cell(void* member, std::string_view cell, CellReader& reader) {
  auto& texts = *static_cast<Texts*>(member);
  reader.each_item(cell, [&texts](std::string_view item) { texts.emplace_back(item); });
}

void Codec<Texts>::write(const void* member, nlohmann::ordered_json& to) { to = *static_cast<const Texts*>(member); }

void Codec<Texts>::visit_ids(const void* member, const IdVisitor& visit) {
  std::size_t position = 0;
  for (const std::string& id : *static_cast<const Texts*>(member)) visit(id, Where(position++));
}

void Codec<IdNumbers>::read(void* member, const Value& value, Reader& reader) {
  auto& numbers = *static_cast<IdNumbers*>(member);
  if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
  for (const Value item : value) {
    const Reader::Step step(reader, item.key());
    double number = 0;
    if (item.kind() == NodeKind::null) continue;
    if (!item.is_scalar()) {
      reader.report(item, wrong_type(reader.field(), describe(item)));
    } else if (auto fault = parse(scalar_of(item), reader.field(), number)) {
      reader.report(item, std::move(*fault));
    } else {
      numbers.push_back({item.key(), number});
    }
  }
}

void Codec<IdNumbers>::read_cell(void* member, std::string_view cell, CellReader& reader) {
  auto& numbers = *static_cast<IdNumbers*>(member);
  reader.each_pair(cell, [&](std::string_view id, std::string_view text) {
    double number = 0;
    if (auto fault = parse(scalar_of_cell(text), reader.field(), number)) return reader.report(std::move(*fault));
    numbers.push_back({Id(id), number});
  });
}

void Codec<IdNumbers>::write(const void* member, nlohmann::ordered_json& to) {
  to = nlohmann::ordered_json::object();
  for (const IdNumber& number : *static_cast<const IdNumbers*>(member)) to[number.id] = json_of(number.value);
}

void Codec<IdNumbers>::visit_ids(const void* member, const IdVisitor& visit) {
  for (const IdNumber& number : *static_cast<const IdNumbers*>(member)) visit(number.id, Where(number.id));
}

namespace {

std::optional<AttributeValue> read_attribute(const Value& value, Reader& reader) {
  if (value.is_scalar()) return attribute_of(scalar_of(value));
  bool flat = value.kind() == NodeKind::list;
  for (const Value item : value) flat = flat && item.is_scalar();
  if (!flat) {
    reader.report(value, {"value.type", "an attribute takes a number, a text, true or false, or a list of texts", {}});
    return std::nullopt;
  }
  Words words;
  for (const Value item : value) {
    const AttributeValue word = attribute_of(scalar_of(item));
    words.push_back(Symbol(to_text(word)));
  }
  return words;
}

}  // namespace

void Codec<Attributes>::read(void* member, const Value& value, Reader& reader) {
  auto& attributes = *static_cast<Attributes*>(member);
  if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
  attributes.reserve(value.size());
  for (const Value item : value) {
    if (item.kind() == NodeKind::null) continue;
    if (item.is_scalar()) {
      attributes.push_back({reader.symbol(item), attribute_of(scalar_of(item))});
      continue;
    }
    const Reader::Step step(reader, item.key());
    if (auto attribute = read_attribute(item, reader))
      attributes.push_back({reader.symbol(item), std::move(*attribute)});
  }
}

void Codec<Attributes>::read_cell(void* member, std::string_view cell, CellReader& reader) {
  auto& attributes = *static_cast<Attributes*>(member);
  reader.each_pair(cell, [&attributes](std::string_view name, std::string_view text) {
    attributes.push_back({Symbol(name), attribute_of(scalar_of_cell(text))});
  });
}

void Codec<Attributes>::write(const void* member, nlohmann::ordered_json& to) {
  to = nlohmann::ordered_json::object();
  for (const Attribute& attribute : *static_cast<const Attributes*>(member)) {
    to[attribute.name.text()] = json_of(attribute.value);
  }
}

void Codec<Holders>::read(void* member, const Value& value, Reader& reader) {
  auto& holders = *static_cast<Holders*>(member);
  if (value.kind() == NodeKind::list) {
    Texts ids;
    Codec<Texts>::read(&ids, value, reader);
    for (Id& id : ids) holders.list.emplace_back().id = std::move(id);
  } else if (value.kind() == NodeKind::mapping) {
    Codec<std::vector<Holder>>::read(&holders.list, value, reader);
  } else if (scalar_of(value).text == "organisation") {
    holders.organisation = true;
  } else {
    reader.report(value, wrong_type(reader.field(), describe(value)));
  }
}

void Codec<Holders>::read_cell(void* member, std::string_view cell, CellReader& reader) {
  auto& holders = *static_cast<Holders*>(member);
  holders.organisation = cell == "organisation";
  if (holders.organisation) return;
  reader.each_item(cell, [&holders](std::string_view id) { keyed_record(holders.list, id); });
}

void Codec<Holders>::write(const void* member, nlohmann::ordered_json& to) {
  const auto& holders = *static_cast<const Holders*>(member);
  if (holders.organisation) {
    to = "organisation";
    return;
  }
  const bool plain = std::all_of(holders.list.begin(), holders.list.end(), [](const Holder& holder) {
    return holder == Holder{holder.id, {}, {}, {}, {}};
  });
  if (!plain) return Codec<std::vector<Holder>>::write(&holders.list, to);
  to = nlohmann::ordered_json::array();
  for (const Holder& holder : holders.list) to.push_back(holder.id);
}

void Codec<Holders>::visit_ids(const void* member, const IdVisitor& visit) {
  std::size_t position = 0;
  for (const Holder& holder : static_cast<const Holders*>(member)->list) {
    visit(holder.id, Where(position++));
  }
}

void* Codec<Holders>::make_record(void* member, std::string_view key) {
  return &keyed_record(static_cast<Holders*>(member)->list, key);
}

void Codec<ColumnNames>::read(void* member, const Value& value, Reader& reader) {
  auto& names = *static_cast<ColumnNames*>(member);
  if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
  for (const Value item : value) {
    const Reader::Step step(reader, item.key());
    ColumnName name{item.key(), {}};
    Codec<std::string>::read(&name.header, item, reader);
    names.push_back(std::move(name));
  }
}

void Codec<TableSources>::read(void* member, const Value& value, Reader& reader) {
  auto& sources = *static_cast<TableSources*>(member);
  if (value.kind() != NodeKind::mapping) return reader.report(value, wrong_type(reader.field(), describe(value)));
  for (const Value item : value) {
    const Reader::Step step(reader, item.key());
    TableSource& source = sources.emplace_back();
    source.list = item.key();
    source.path = reader.path();
    if (item.is_scalar()) {
      Codec<std::string>::read(&source.file, item, reader);
    } else {
      reader.read_record(record_type<TableSource>(), &source, item);
    }
  }
}

}  // namespace outmap
