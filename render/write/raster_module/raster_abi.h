/* The border between the program and the module that draws PNG and PDF: plain C, so that either side can be rebuilt
 * alone. */
#ifndef OUTMAP_RASTER_ABI_H
#define OUTMAP_RASTER_ABI_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define OUTMAP_RASTER_FILE "outmap_raster.so"
#define OUTMAP_RASTER_SYMBOL "outmap_raster_v1"

enum { OUTMAP_RASTER_PNG = 0, OUTMAP_RASTER_PDF = 1 };

typedef struct {
  int kind;
  const char* svg; /* UTF-8 */
  size_t svg_length;
  double width_px; /* of the picture at scale 1 */
  double height_px;
  double scale;                  /* picture px per px */
  const char* const* font_files; /* font files that must be used beside the installed ones */
  size_t font_file_count;
  /* Receives the file's bytes, piece by piece. */
  void (*write)(void* receiver, const unsigned char* bytes, size_t length);
  void* receiver;
} outmap_raster_request;

/* Draws. Returns 0, or another number after writing why, zero-terminated, into `message`. Not for several threads at
 * once. */
typedef int (*outmap_raster_function)(const outmap_raster_request* request, char* message, size_t message_size);

#ifdef __cplusplus
}
#endif

#endif
