// Shaping text and cutting fonts with HarfBuzz. Loaded by the program only when it draws.
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <vector>

#include "render/text/text_module/text_abi.h"

struct HbDelete {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
  void operator()(hb_shape_plan_t* plan) const { hb_shape_plan_destroy(plan); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
template <typename T>
using HbPtr = std::unique_ptr<T, HbDelete>;

namespace {

const std::array<hb_feature_t, 3>& features() {
  // Alternates depend on the neighbours, and no picture of ours embeds them: '->' stays two characters.
  static const std::array<hb_feature_t, 3> off = [] {
    std::array<hb_feature_t, 3> made{};
    hb_feature_from_string("calt=0", -1, &made[0]);
    hb_feature_from_string("liga=0", -1, &made[1]);
    hb_feature_from_string("clig=0", -1, &made[2]);
    return made;
  }();
  return off;
}

}  // namespace

/// How text of these properties is shaped: finding it anew takes as long as shaping a character.
struct outmap_plan {
  hb_segment_properties_t properties;
  HbPtr<hb_shape_plan_t> plan;
};

struct outmap_face {
  HbPtr<hb_blob_t> blob;
  HbPtr<hb_face_t> face;
  HbPtr<hb_font_t> font;
  HbPtr<hb_buffer_t> buffer;
  std::vector<outmap_plan> plans;  // a script and a language each
  std::vector<outmap_glyph> glyphs;
};

namespace {

outmap_face* open(const char* path, unsigned index) {
  auto opened = std::make_unique<outmap_face>();
  opened->blob.reset(hb_blob_create_from_file(path));
  opened->face.reset(hb_face_create(opened->blob.get(), index));
  if (hb_face_get_glyph_count(opened->face.get()) == 0) return nullptr;
  opened->font.reset(hb_font_create(opened->face.get()));
  opened->buffer.reset(hb_buffer_create());
  return opened.release();
}

void close(outmap_face* face) { delete face; }

unsigned units_per_em(const outmap_face* face) { return hb_face_get_upem(face->face.get()); }

int has(const outmap_face* face, uint32_t code_point) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(face->font.get(), code_point, &glyph);
}

const char* bytes(const outmap_face* face, size_t* length) {
  unsigned count = 0;
  const char* data = hb_blob_get_data(face->blob.get(), &count);
  *length = count;
  return data;
}

hb_shape_plan_t* plan_for(outmap_face* face, const hb_segment_properties_t& properties) {
  for (const outmap_plan& known : face->plans) {
    if (hb_segment_properties_equal(&known.properties, &properties)) return known.plan.get();
  }
  hb_shape_plan_t* made = hb_shape_plan_create_cached(face->face.get(), &properties, features().data(),
                                                      static_cast<unsigned>(features().size()), nullptr);
  face->plans.push_back({properties, HbPtr<hb_shape_plan_t>(made)});
  return made;
}

const outmap_glyph* shape(outmap_face* face, const char* utf8, size_t length, size_t* count) {
  hb_buffer_t* buffer = face->buffer.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
  hb_buffer_add_utf8(buffer, utf8, static_cast<int>(length), 0, static_cast<int>(length));
  hb_buffer_guess_segment_properties(buffer);
  // Numbers and signs have no script of their own, and need no plan of their own either.
  if (hb_buffer_get_script(buffer) == HB_SCRIPT_INVALID) hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_segment_properties_t properties;
  hb_buffer_get_segment_properties(buffer, &properties);
  hb_shape_plan_execute(plan_for(face, properties), face->font.get(), buffer, features().data(),
                        static_cast<unsigned>(features().size()));
  unsigned shaped = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer, &shaped);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &shaped);
  face->glyphs.clear();
  for (unsigned i = 0; i < shaped; ++i)
    face->glyphs.push_back({glyphs[i].codepoint, glyphs[i].cluster, places[i].x_advance});
  *count = shaped;
  return face->glyphs.data();
}

void keep_only(hb_set_t* set, std::initializer_list<hb_tag_t> tags) {
  hb_set_clear(set);
  for (const hb_tag_t tag : tags) hb_set_add(set, tag);
}

/// Whether there is anything to put together: letters with signs above or below them.
bool any_mark(const uint32_t* characters, size_t count) {
  return std::any_of(characters, characters + count, [](uint32_t character) {
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
  });
}

/// Of what a font can do, what the pictures ask for: kerning, and signs above and below letters.
void keep_plain_shaping(hb_subset_input_t* input, bool marks) {
  keep_only(
      hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
      {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('m', 'a', 'r', 'k'), HB_TAG('m', 'k', 'm', 'k'), HB_TAG('c', 'c', 'm', 'p')});
  if (!marks) hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), HB_TAG('G', 'S', 'U', 'B'));
}

void subset(const outmap_face* face, const uint32_t* characters, size_t count, int all_shaping,
            void (*write)(void* receiver, const char* bytes, size_t length), void* receiver) {
  const HbPtr<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return;
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (size_t i = 0; i < count; ++i) hb_set_add(wanted, characters[i]);
  if (!all_shaping) keep_plain_shaping(input.get(), any_mark(characters, count));
  keep_only(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID), {});
  // Subroutines of so few letters take more bytes, and more time, than they save.
  const unsigned spelled_out = count <= 128 ? HB_SUBSET_FLAGS_DESUBROUTINIZE : HB_SUBSET_FLAGS_DEFAULT;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | spelled_out);
  const HbPtr<hb_face_t> cut(hb_subset_or_fail(face->face.get(), input.get()));
  if (!cut || hb_face_get_glyph_count(cut.get()) <= 1) return;
  const HbPtr<hb_blob_t> file(hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(file.get(), &length);
  write(receiver, data, length);
}

constexpr outmap_text_functions kFunctions{open, close, units_per_em, has, bytes, shape, subset};

}  // namespace

extern "C" __attribute__((visibility("default"))) const outmap_text_functions* outmap_text_v2() { return &kFunctions; }
