#include "model/io/document.hpp"

#include <limits>
#include <stdexcept>

namespace outmap {

std::optional<Value> Value::member(std::string_view key) const {
  if (kind() != NodeKind::mapping) return std::nullopt;
  for (const Value child : *this)
    if (child.key() == key) return child;
  return std::nullopt;
}

std::optional<Value> Value::child(std::size_t position) const {
  if (position >= size()) return std::nullopt;
  Iterator found = begin();
  for (std::size_t i = 0; i < position; ++i) ++found;
  return *found;
}

DocumentBuilder::DocumentBuilder(Document& document, Diagnostics& problems, KeyMarks key_marks)
    : document_(document), problems_(problems), key_marks_(key_marks) {}

void DocumentBuilder::reserve(std::size_t nodes) {
  document_.nodes_.reserve(nodes);
  if (key_marks_ == KeyMarks::stored) document_.key_marks_.reserve(nodes);
}

Node& DocumentBuilder::push(NodeKind kind, std::uint32_t mark) {
  auto& nodes = document_.nodes_;
  const auto index = static_cast<std::uint32_t>(nodes.size());
  Node& node = nodes.emplace_back();
  node.kind = kind;
  node.mark = mark;
  node.next = index + 1;
  if (key_marks_ == KeyMarks::stored) document_.key_marks_.push_back(open_.empty() ? 0 : open_.back().pending_mark);
  if (!open_.empty()) {
    node.key = open_.back().pending_key;
    ++nodes[open_.back().index].count;
  }
  return node;
}

void DocumentBuilder::null(std::uint32_t mark) { push(NodeKind::null, mark); }

void DocumentBuilder::boolean(bool value, std::uint32_t mark) { push(NodeKind::boolean, mark).boolean = value; }

void DocumentBuilder::number(double value, std::uint32_t mark) { push(NodeKind::number, mark).number = value; }

void DocumentBuilder::text(std::string_view value, std::uint32_t mark, NodeKind kind) {
  std::string& texts = document_.texts_;
  const std::size_t begin = document_.source().text().size() + texts.size();
  if (begin + value.size() > std::numeric_limits<std::uint32_t>::max())
    throw std::length_error(document_.source().name() +
                            ": more than 4 GiB of text; split the file into several tables");
  Node& node = push(kind, mark);
  node.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(value.size())};
  texts.append(value);
}

void DocumentBuilder::text_at(std::size_t guess, std::string_view value, std::uint32_t mark) {
  const std::string_view whole = document_.source().text();
  if (guess >= whole.size() || whole.substr(guess, value.size()) != value) return text(value, mark);
  push(NodeKind::text, mark).text = {static_cast<std::uint32_t>(guess), static_cast<std::uint32_t>(value.size())};
}

bool DocumentBuilder::begin(NodeKind list_or_mapping, std::uint32_t mark) {
  if (open_.size() == max_depth) return false;
  const auto index = static_cast<std::uint32_t>(document_.nodes_.size());
  push(list_or_mapping, mark).count = 0;
  open_.push_back({index});
  return true;
}

std::uint32_t DocumentBuilder::number_of(std::string_view key) {
  // The members of like things come in the same order: the key that followed last time mostly follows again.
  auto& keys = document_.keys_;
  const std::uint32_t guess = previous_key_ == Node::no_key ? Node::no_key : follower_[previous_key_];
  if (guess != Node::no_key && keys[guess] == key) return guess;
  const auto found = key_numbers_.find(key);
  if (found != key_numbers_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(keys.size());
  keys.emplace_back(key);
  key_numbers_.emplace(key, number);
  follower_.push_back(Node::no_key);
  seen_.emplace_back();
  return number;
}

void DocumentBuilder::key(std::string_view name, std::uint32_t mark) {
  const std::uint32_t number = number_of(name);
  if (previous_key_ != Node::no_key) follower_[previous_key_] = number;
  previous_key_ = number;
  open_.back().pending_key = number;
  open_.back().pending_mark = mark;
}

void DocumentBuilder::end() {
  const std::uint32_t index = open_.back().index;
  auto& nodes = document_.nodes_;
  nodes[index].next = static_cast<std::uint32_t>(nodes.size());
  if (nodes[index].kind == NodeKind::mapping && report_duplicates(index)) drop_duplicates(index);
  open_.pop_back();
}

/// Runs when the mapping is complete, so that members of members with the same name do not come between.
bool DocumentBuilder::report_duplicates(std::uint32_t mapping) {
  const auto& nodes = document_.nodes_;
  const std::uint32_t serial = ++mappings_closed_;
  bool found = false;
  for (std::uint32_t i = mapping + 1; i < nodes[mapping].next; i = nodes[i].next) {
    Seen& seen = seen_[nodes[i].key];
    if (seen.mapping != serial) {
      seen = {serial, i};
      continue;
    }
    found = true;
    const std::uint32_t first_line = document_.key_place(nodes[seen.node]).line;
    problems_.add(
        {"structure.duplicate-key", Severity::error, document_.key_place(nodes[i]), path_to(nodes[i]),
         "'" + document_.key_text(nodes[i].key) + "' is given twice; first at line " + std::to_string(first_line),
         "remove one of the two; the first is used"});
  }
  return found;
}

/// Moves the members that stay over those that go.
void DocumentBuilder::drop_duplicates(std::uint32_t mapping) {
  auto& nodes = document_.nodes_;
  const std::uint32_t end = nodes[mapping].next;
  std::uint32_t to = mapping + 1;
  for (std::uint32_t from = mapping + 1; from < end;) {
    const std::uint32_t next = nodes[from].next;
    if (seen_[nodes[from].key].node != from) {
      --nodes[mapping].count;
      from = next;
      continue;
    }
    const std::uint32_t shift = from - to;
    for (; from < next; ++from, ++to) {
      nodes[to] = nodes[from];
      nodes[to].next -= shift;
      if (key_marks_ == KeyMarks::stored) document_.key_marks_[to] = document_.key_marks_[from];
    }
  }
  nodes.resize(to);
  if (key_marks_ == KeyMarks::stored) document_.key_marks_.resize(to);
  nodes[mapping].next = to;
}

std::string DocumentBuilder::path_to(const Node& member) const {
  std::string path;
  const auto append = [&](std::string_view step) {
    path += '/';
    for (const char c : step) {
      if (c == '~') {
        path += "~0";
      } else if (c == '/') {
        path += "~1";
      } else {
        path += c;
      }
    }
  };
  for (std::size_t i = 1; i < open_.size(); ++i) {
    const Node& node = document_.nodes_[open_[i].index];
    const Node& parent = document_.nodes_[open_[i - 1].index];
    append(node.key != Node::no_key ? document_.key_text(node.key) : std::to_string(parent.count - 1));
  }
  append(document_.key_text(member.key));
  return path;
}

}  // namespace outmap
