// The reference of fields in docs/format.md, written from their description.
#pragma once

#include <string>

namespace outmap {

/// Every record of a map with its fields, as Markdown tables: name, what it takes, default, meaning. Deterministic.
std::string field_reference();

}  // namespace outmap
