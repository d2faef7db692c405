// Text to Document: the parsers.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "model/io/document.hpp"

namespace outmap {

/// Reads a file, or standard input for "-", as UTF-8 text. Codes: file.not-found, file.unreadable,
/// file.directory, file.empty, file.null-byte, file.encoding, file.too-large; file.latin1 is a warning.
std::optional<Source> read_source(const std::string& path, Diagnostics& problems, const ReadOptions& options = {});

/// Text that is already in memory, checked and decoded the same way.
std::optional<Source> decode_source(std::string name, std::string bytes, Diagnostics& problems,
                                    const ReadOptions& options = {});

struct JsonOptions {
  bool comments = false;  // .jsonc: // and /* */
};

/// JSON by RFC 8259, through nlohmann's SAX interface. A syntax error is reported with its place
/// (syntax.json, syntax.too-deep, syntax.number-too-large) and nothing is returned. Linear in the text.
std::optional<Document> parse_json(Source source, Diagnostics& problems, const JsonOptions& options = {});

/// YAML 1.1 as maps use it, through libyaml's events: block and flow style, all scalars, comments; no anchors,
/// aliases, tags or second documents (syntax.yaml-alias, syntax.yaml-anchor, syntax.yaml-tag, syntax.yaml-documents).
std::optional<Document> parse_yaml(Source source, Diagnostics& problems);

}  // namespace outmap
