/* The border between the program and the module that asks fontconfig for a font: plain C. */
#ifndef OUTMAP_FONTCONFIG_ABI_H
#define OUTMAP_FONTCONFIG_ABI_H

#include <stddef.h>

#define OUTMAP_FONTCONFIG_FILE "outmap_fontconfig.so"
#define OUTMAP_FONTCONFIG_SYMBOL "outmap_fontconfig_v2"

/* Finds the file of a static face of this very family, weight (OpenType's: 400, 600, 700) and slant. Returns 1 after writing its path,
 * zero-terminated, into `path`; 0 where fontconfig knows none or the path is longer. */
typedef int (*outmap_fontconfig_function)(const char* family, int weight, int italic, char* path, size_t size);

#endif
