#include "render/write/font_subset.hpp"

#include <hb-subset.h>
#include <hb.h>

#include <memory>

namespace outmap {
namespace {

struct HbDelete {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <typename T>
using HbPtr = std::unique_ptr<T, HbDelete>;

void keep_only(hb_set_t* set, std::initializer_list<hb_tag_t> tags) {
  hb_set_clear(set);
  for (const hb_tag_t tag : tags) hb_set_add(set, tag);
}

}  // namespace

std::string subset_font(std::string_view file, const std::set<char32_t>& characters) {
  const HbPtr<hb_blob_t> blob(
      hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const HbPtr<hb_face_t> face(hb_face_create(blob.get(), 0));
  const HbPtr<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return {};
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(wanted, character);
  keep_only(
      hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
      {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'), HB_TAG('c', 'c', 'm', 'p')});
  keep_only(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID), {});
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const HbPtr<hb_face_t> cut(hb_subset_or_fail(face.get(), input.get()));
  if (!cut || hb_face_get_glyph_count(cut.get()) <= 1) return {};
  const HbPtr<hb_blob_t> bytes(hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(bytes.get(), &length);
  return {data, length};
}

std::string base64(std::string_view bytes) {
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = (group << 8) | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i) text += i <= bytes.size() - at ? kDigits[(group >> (18 - 6 * i)) & 63] : '=';
  }
  return text;
}

}  // namespace outmap
