// The YAML that nearly every map is written in, read without a general parser.
#pragma once

#include <string_view>

#include "model/io/document.hpp"

namespace outmap {

/// Fills `document` from its source where that is plain YAML: block mappings and lists, flow ones over any number of
/// lines, scalars of one line (plain, single-quoted, or double-quoted with the commonest escapes), comments, spaces for
/// indents, lines that end in LF. False where anything else is met, right or wrong: what was filled in by then is
/// worthless, and the general parser reads the text or says what is wrong with it. Where this succeeds, the general
/// parser makes the very same document; it takes four times as long. Duplicate keys are reported. Linear in the text.
bool read_plain_yaml(Document& document, Diagnostics& problems);

/// Whether an unquoted scalar says that there is no value.
bool means_null(std::string_view plain);

}  // namespace outmap
