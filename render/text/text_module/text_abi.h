/* The border between the program and the module that shapes text and cuts fonts: plain C, so that either side can be
 * rebuilt alone. */
#ifndef OUTMAP_TEXT_ABI_H
#define OUTMAP_TEXT_ABI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define OUTMAP_TEXT_FILE "outmap_text.so"
#define OUTMAP_TEXT_SYMBOL "outmap_text_v2"

typedef struct outmap_face outmap_face; /* an opened font file */

typedef struct {
  uint32_t glyph;  /* 0 where the font lacks the character */
  uint32_t byte;   /* where in the text the character begins that it stands for */
  int32_t advance; /* in font units, kerning with the next glyph included */
} outmap_glyph;

/* None of them for several threads at once. */
typedef struct {
  /* The face in this file, the `index`-th where it holds several; null where it is no font. */
  outmap_face* (*open)(const char* path, unsigned index);
  void (*close)(outmap_face* face);

  unsigned (*units_per_em)(const outmap_face* face);
  int (*has)(const outmap_face* face, uint32_t code_point);
  /* The whole file. */
  const char* (*bytes)(const outmap_face* face, size_t* length);

  /* The glyphs of one line from left to right, without alternates and ligatures; they stand until the next call. */
  const outmap_glyph* (*shape)(outmap_face* face, const char* utf8, size_t length, size_t* glyphs);

  /* Hands `write` a font file with these characters only; does not where the face has none of them. Kerning and the
   * placing of marks are kept, and with `all_shaping` all that joins letters into words. */
  void (*subset)(const outmap_face* face, const uint32_t* characters, size_t count, int all_shaping,
                 void (*write)(void* receiver, const char* bytes, size_t length), void* receiver);
} outmap_text_functions;

typedef const outmap_text_functions* (*outmap_text_function)(void);

#ifdef __cplusplus
}
#endif

#endif
