/* The border between the program and the module that asks fontconfig for a font: plain C. */
#ifndef OUTMAP_FONTCONFIG_ABI_H
#define OUTMAP_FONTCONFIG_ABI_H

#include <stddef.h>
#include <stdint.h>

#define OUTMAP_FONTCONFIG_FILE "outmap_fontconfig.so"
#define OUTMAP_FONTCONFIG_SYMBOL "outmap_fontconfig_v2"

/* Finds the file of a static face of this very family, weight (OpenType's: 400, 600, 700) and slant. Returns 1 after writing its path,
 * zero-terminated, into `path`; 0 where fontconfig knows none or the path is longer. */
typedef int (*outmap_fontconfig_function)(const char* family, int weight, int italic, char* path, size_t size);

#define OUTMAP_FALLBACK_SYMBOL "outmap_fallback_v1"

typedef struct {
  char path[4096];
  char family[256];
  unsigned index; /* of the face in its file */
  unsigned place; /* in the order in which fontconfig would ask its fonts: the same font, the same place */
  int bold;
  int italic;
} outmap_fallback_font;

/* The first static face that draws this character, in fontconfig's order for text of this family, then DejaVu Sans,
 * then any sans serif. Returns 0 where no installed font has it. The order is asked for once a weight and slant; not for
 * several threads at once. */
typedef int (*outmap_fallback_function)(const char* family, int weight, int italic, uint32_t code_point,
                                        outmap_fallback_font* font);

#endif
