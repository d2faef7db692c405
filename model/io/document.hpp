// A parsed text as a tree of values, each of which knows where it stood.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/io/source.hpp"

namespace outmap {

enum class NodeKind : std::uint8_t {
  null,
  boolean,
  number,  // written as a number, in JSON
  text,    // written as text: quoted, or a plain YAML scalar that is certainly no other kind
  plain,   // an unquoted YAML scalar: what it means depends on what is expected there
  list,
  mapping,
};

/// One value, 24 bytes. Nodes stand in preorder: the children of a node follow it at once, and `next` leads past
/// its whole subtree to its next sibling.
struct Node {
  static constexpr std::uint32_t no_key = 0xFFFFFFFF;

  NodeKind kind = NodeKind::null;
  std::uint32_t key = no_key;  // number of the key in Document::keys, for the members of a mapping
  std::uint32_t mark = 0;      // where it stood; what it counts is up to the parser (see Document::place)
  std::uint32_t next = 0;      // index just past the subtree
  union {
    double number;
    bool boolean;
    struct {
      std::uint32_t begin, length;  // see Document::text
    } text;
    std::uint32_t count;  // children of a list or mapping
  };

  Node() : number(0) {}
};

class Value;

/// A tree of values over one source. Depth is at most 64 and no mapping has a key twice: parsers see to it.
class Document {
 public:
  /// Turns a node's mark into a place; each parser brings its own. `of_key`: the member's name, not its value.
  using PlaceOf = Place (*)(const Document&, const Node&, bool of_key);

  Document(Source source, PlaceOf place_of) : source_(std::move(source)), place_of_(place_of) {}

  const Source& source() const { return source_; }
  Value root() const;
  bool empty() const { return nodes_.empty(); }

  Place place(const Node& node) const { return place_of_(*this, node, false); }
  Place key_place(const Node& node) const { return place_of_(*this, node, true); }

  const std::vector<Node>& nodes() const { return nodes_; }
  /// The mark of a member's name, from parsers that keep it; else 0.
  std::uint32_t key_mark(const Node& node) const {
    const auto index = static_cast<std::size_t>(&node - nodes_.data());
    return index < key_marks_.size() ? key_marks_[index] : 0;
  }
  const std::string& key_text(std::uint32_t key) const { return keys_[key]; }
  std::size_t key_count() const { return keys_.size(); }
  /// The text of a scalar that is text or plain. Most texts stand in the source as they are read and are not copied:
  /// `begin` counts through the source and on through the texts that had to be changed.
  std::string_view text(const Node& node) const {
    const std::string_view whole = source_.text();
    const std::size_t begin = node.text.begin;
    return begin < whole.size() ? whole.substr(begin, node.text.length)
                                : std::string_view(texts_).substr(begin - whole.size(), node.text.length);
  }

 private:
  friend class DocumentBuilder;

  Source source_;
  PlaceOf place_of_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> key_marks_;  // per node, or empty
  std::vector<std::string> keys_;         // each key once
  std::string texts_;
};

/// A value of a document: two words, copied freely, valid as long as its document.
class Value {
 public:
  Value(const Document& document, std::uint32_t index) : document_(&document), index_(index) {}

  const Document& document() const { return *document_; }
  const Node& node() const { return document_->nodes()[index_]; }
  std::uint32_t index() const { return index_; }
  NodeKind kind() const { return node().kind; }
  bool is_scalar() const { return kind() != NodeKind::list && kind() != NodeKind::mapping; }

  std::uint32_t size() const { return is_scalar() ? 0 : node().count; }
  std::string_view text() const { return document_->text(node()); }
  std::uint32_t key_number() const { return node().key; }
  const std::string& key() const { return document_->key_text(node().key); }

  Place place() const { return document_->place(node()); }
  Place key_place() const { return document_->key_place(node()); }

  /// The member with this key, or nothing. O(members).
  std::optional<Value> member(std::string_view key) const;
  /// The child at this position, or nothing. O(position).
  std::optional<Value> child(std::size_t position) const;

  class Iterator {
   public:
    Iterator(const Document& document, std::uint32_t index) : document_(&document), index_(index) {}
    Value operator*() const { return Value(*document_, index_); }
    Iterator& operator++() {
      index_ = document_->nodes()[index_].next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Document* document_;
    std::uint32_t index_;
  };

  /// Children of a list or mapping, in order; nothing for a scalar.
  Iterator begin() const { return {*document_, is_scalar() ? node().next : index_ + 1}; }
  Iterator end() const { return {*document_, node().next}; }

 private:
  const Document* document_;
  std::uint32_t index_;
};

inline Value Document::root() const { return Value(*this, 0); }

/// Whether the marks of keys are stored (4 bytes a node) or found again by the parser's PlaceOf.
enum class KeyMarks { found_again, stored };

/// Builds a document from a parser's events, checking depth and duplicate keys on the way. Every call gives the mark of
/// what it adds. Duplicate keys are reported as structure.duplicate-key and the later value is kept out of the tree.
/// Amortised O(1) a call, and O(size) once for a mapping with duplicate keys.
class DocumentBuilder {
 public:
  static constexpr std::size_t max_depth = 64;

  DocumentBuilder(Document& document, Diagnostics& problems, KeyMarks key_marks = KeyMarks::found_again);

  /// Makes room for about this many nodes.
  void reserve(std::size_t nodes);

  void null(std::uint32_t mark);
  void boolean(bool value, std::uint32_t mark);
  void number(double value, std::uint32_t mark);
  void text(std::string_view value, std::uint32_t mark, NodeKind kind = NodeKind::text);
  /// The same for text that the parser guesses to stand at this byte of the source, where it is then not copied.
  void text_at(std::size_t guess, std::string_view value, std::uint32_t mark);
  /// False when this is deeper than max_depth; the parser then reports it and stops.
  bool begin(NodeKind list_or_mapping, std::uint32_t mark);
  void key(std::string_view name, std::uint32_t mark);
  void end();

 private:
  struct Open {
    std::uint32_t index;
    std::uint32_t pending_key = Node::no_key;
    std::uint32_t pending_mark = 0;
  };
  /// Where a key was seen last: mappings are counted as they close, for indices are used again after duplicates.
  struct Seen {
    std::uint32_t mapping = 0;
    std::uint32_t node = 0;
  };
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };

  Node& push(NodeKind kind, std::uint32_t mark);
  std::uint32_t number_of(std::string_view key);
  bool report_duplicates(std::uint32_t mapping);
  void drop_duplicates(std::uint32_t mapping);
  std::string path_to(const Node& member) const;

  Document& document_;
  Diagnostics& problems_;
  KeyMarks key_marks_;
  std::vector<Open> open_;
  std::unordered_map<std::string, std::uint32_t, KeyHash, std::equal_to<>> key_numbers_;
  std::vector<std::uint32_t> follower_;  // per key: the key that came after it last time
  std::uint32_t previous_key_ = Node::no_key;
  std::vector<Seen> seen_;  // per key
  std::uint32_t mappings_closed_ = 0;
};

}  // namespace outmap
