#include "model/io/yaml_problem.hpp"

#include <array>

namespace outmap {

namespace {

/// '#' in a message stands for the line on which the surrounding thing began.
struct Wording {
  std::string_view problem;  // libyaml's words, or how they begin
  std::string_view message;
  std::string_view hint;
};

constexpr std::string_view directive_hint = "lines that begin with % are directives; a map needs none";
constexpr std::string_view quote_hint = "put text that begins with a special character in quotes";

constexpr std::array<Wording, 42> wordings = {{
    {"did not find expected key", "this does not fit the mapping that begins on line #: expected 'name: value'",
     "give it the indentation of the other names, and close quotes"},
    {"did not find expected '-' indicator", "this does not fit the list that begins on line #: expected '- '",
     "give it the indentation of the other items"},
    {"did not find expected ',' or ']'", "expected ',' or ']' in the list that was opened on line #", ""},
    {"did not find expected ',' or '}'", "expected ',' or '}' in the mapping that was opened on line #", ""},
    {"did not find expected node content", "a value is missing here", ""},
    {"did not find expected <document start>", "nothing may follow the end of the content",
     "check the indentation of this line"},
    {"did not find expected <stream-start>", "the text cannot be read as YAML", ""},
    {"could not find expected ':'", "this line has no ':' behind its name", "write 'name: value'"},
    {"mapping values are not allowed", "a ':' stands here where no name can be",
     "put text that contains ': ' in quotes, or check the indentation"},
    {"mapping keys are not allowed", "a name cannot stand here", "check the indentation"},
    {"block sequence entries are not allowed", "a list item cannot begin here", "begin the list on a line of its own"},
    {"found character that cannot start any token", "this character cannot begin a value", quote_hint},
    {"found a tab character that violates indentation", "a tab stands where the line is indented",
     "indent with spaces"},
    {"found a tab character where an indentation space", "a tab stands where the line is indented",
     "indent with spaces"},
    {"found unexpected ':'", "a ':' cannot stand here", "put the text in quotes"},
    {"found unexpected end of stream", "the quoted text that begins on line # is not closed", "end it with its quote"},
    {"found unexpected document indicator", "the quoted text that begins on line # is not closed before this line",
     "end it with its quote"},
    {"found unknown escape character", "this backslash begins nothing that is known",
     "write \\\\ for a backslash, or use single quotes"},
    {"did not find expected hexdecimal number", "hexadecimal digits must follow this backslash",
     "write \\\\ for a backslash, or use single quotes"},
    {"found invalid Unicode character escape code", "this \\ number is no character", ""},
    {"found an indentation indicator equal to 0", "the indentation of a text block cannot be 0", ""},
    {"found undefined tag handle", "tags are not read", "put text that begins with '!' in quotes"},
    {"did not find expected alphabetic or numeric character",
     "'&' and '*' begin anchors and aliases, which are not read", quote_hint},
    {"did not find expected '!'", "tags are not read", "put text that begins with '!' in quotes"},
    {"did not find expected tag URI", "tags are not read", "put text that begins with '!' in quotes"},
    {"did not find the expected '>'", "tags are not read", "put text that begins with '!' in quotes"},
    {"did not find URI escaped octet", "tags are not read", "put text that begins with '!' in quotes"},
    {"found an incorrect leading UTF-8 octet", "tags are not read", "put text that begins with '!' in quotes"},
    {"found an incorrect trailing UTF-8 octet", "tags are not read", "put text that begins with '!' in quotes"},
    {"did not find expected whitespace or line break", "a space is missing here", ""},
    {"did not find expected comment or line break", "the line should end here", ""},
    {"found incompatible YAML document", "only YAML 1.1 and 1.2 are read", directive_hint},
    {"found duplicate %YAML directive", "this directive is given twice", directive_hint},
    {"found duplicate %TAG directive", "this directive is given twice", directive_hint},
    {"found unknown directive name", "this directive is not known", directive_hint},
    {"could not find expected directive name", "this directive is not known", directive_hint},
    {"found unexpected non-alphabetical character", "this directive is not known", directive_hint},
    {"found extremely long version number", "this directive is not known", directive_hint},
    {"did not find expected digit or '.' character", "this directive is not known", directive_hint},
    {"did not find expected version number", "this directive is not known", directive_hint},
    {"control characters are not allowed", "a control character stands in the text", "remove it"},
    {"exceeded maximum depth", "lists and mappings are nested too deep", ""},
}};

std::string with_line(std::string_view message, std::uint32_t line) {
  std::string filled;
  for (const char c : message) {
    if (c == '#') {
      filled += std::to_string(line);
    } else {
      filled += c;
    }
  }
  return filled;
}

}  // namespace

YamlReason explain_yaml_problem(const YamlStop& stop) {
  if (stop.found == '\t' && stop.problem.starts_with("found character that cannot"))
    return {"a tab stands where the line is indented", "indent with spaces"};
  for (const Wording& wording : wordings)
    if (stop.problem.starts_with(wording.problem))
      return {with_line(wording.message, stop.begun_line), std::string(wording.hint)};
  return {"the text cannot be read as YAML from here", "check indentation, quotes and brackets"};
}

}  // namespace outmap
