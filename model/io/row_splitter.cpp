#include "model/io/row_splitter.hpp"

namespace outmap {

std::size_t RowSplitter::split(std::size_t at, std::vector<CellSpan>& cells) {
  cells.clear();
  at_ = at;
  has_text_ = false;
  fault_.reset();
  while (true) {
    pass_blanks();
    if (at_ < text_.size() && text_[at_] == '"') {
      split_quoted(cells);
    } else {
      split_plain(cells);
    }
    if (fault_ || at_ == text_.size()) return at_;
    const char end = text_[at_++];
    if (end == delimiter_) continue;
    if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
    return at_;
  }
}

void RowSplitter::split_plain(std::vector<CellSpan>& cells) {
  const std::size_t begin = at_;
  at_ = cell_end_.find(text_, begin);
  std::size_t end = at_;
  while (end > begin && is_blank(text_[end - 1])) --end;
  add(begin, end, false, cells);
  has_text_ = has_text_ || end > begin;
}

void RowSplitter::split_quoted(std::vector<CellSpan>& cells) {
  const std::size_t begin = at_ + 1;
  std::size_t end = text_.find('"', begin);
  while (end != std::string_view::npos && end + 1 < text_.size() && text_[end + 1] == '"')
    end = text_.find('"', end + 2);
  if (end == std::string_view::npos) {
    fault_ = {RowFault::open_quote, at_, text_.size()};
    return;
  }
  add(begin, end, true, cells);
  has_text_ = true;
  at_ = end + 1;
  pass_blanks();
  if (!fault_ && at_ < text_.size() && !cell_end_.is(text_[at_])) fault_ = {RowFault::text_behind_quote, at_, at_ + 1};
}

void RowSplitter::add(std::size_t begin, std::size_t end, bool quoted, std::vector<CellSpan>& cells) {
  const std::size_t length = end - begin;
  if (length >= CellSpan::quoted_bit) {
    fault_ = {RowFault::cell_too_large, begin, begin + 1};
    return;
  }
  cells.push_back(
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(length) | (quoted ? CellSpan::quoted_bit : 0)});
}

}  // namespace outmap
