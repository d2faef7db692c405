// PNG and PDF through librsvg and cairo. Loaded by the program only when asked for.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <stdexcept>
#include <string>

#include "render/write/raster_module/raster_abi.h"

namespace {

// Cairo cannot draw wider or higher than this.
constexpr double kLargestSide_px = 32767;
constexpr double kPoints_per_px = 0.75;

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

Owned<RsvgHandle> read_svg(const outmap_raster_request& request) {
  GError* error = nullptr;
  Owned<RsvgHandle> handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(request.svg), request.svg_length, &error));
  if (handle) return handle;
  const std::string why = error != nullptr ? error->message : "unknown reason";
  g_clear_error(&error);
  throw std::runtime_error("the picture cannot be read: " + why);
}

void use_fonts(const outmap_raster_request& request) {
  FcConfigAppFontClear(nullptr);
  for (size_t i = 0; i < request.font_file_count; ++i)
    if (!FcConfigAppFontAddFile(nullptr, reinterpret_cast<const FcChar8*>(request.font_files[i])))
      throw std::runtime_error(std::string("the font cannot be read: ") + request.font_files[i]);
}

void draw(const outmap_raster_request& request, cairo_surface_t* surface, double width, double height) {
  const Owned<RsvgHandle> handle = read_svg(request);
  const Owned<cairo_t> context(cairo_create(surface));
  const RsvgRectangle viewport{0, 0, width, height};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle.get(), context.get(), &viewport, &error)) {
    const std::string why = error != nullptr ? error->message : "unknown reason";
    g_clear_error(&error);
    throw std::runtime_error("the picture cannot be drawn: " + why);
  }
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(std::string("the picture cannot be drawn: ") +
                             cairo_status_to_string(cairo_status(context.get())));
}

cairo_status_t pass_on(void* closure, const unsigned char* bytes, unsigned length) {
  const auto* request = static_cast<const outmap_raster_request*>(closure);
  request->write(request->receiver, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

void* closure_of(const outmap_raster_request& request) { return const_cast<outmap_raster_request*>(&request); }

void write_png(const outmap_raster_request& request) {
  const double width = std::round(request.width_px * request.scale);
  const double height = std::round(request.height_px * request.scale);
  if (width < 1 || height < 1 || width > kLargestSide_px || height > kLargestSide_px)
    throw std::runtime_error("a PNG of " + std::to_string(std::llround(width)) + " x " +
                             std::to_string(std::llround(height)) +
                             " px cannot be drawn; choose a scale that gives 1 to 32767 px a side");
  const Owned<cairo_surface_t> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
  draw(request, surface.get(), width, height);
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), pass_on, closure_of(request));
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("PNG: ") + cairo_status_to_string(status));
}

void write_pdf(const outmap_raster_request& request) {
  const double width = request.width_px * request.scale * kPoints_per_px;
  const double height = request.height_px * request.scale * kPoints_per_px;
  const Owned<cairo_surface_t> surface(
      cairo_pdf_surface_create_for_stream(pass_on, closure_of(request), width, height));
  // The same picture is the same file: no time of writing.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "outmap");
  draw(request, surface.get(), width, height);
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("PDF: ") + cairo_status_to_string(status));
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int outmap_raster_v1(const outmap_raster_request* request,
                                                                       char* message, size_t message_size) {
  try {
    use_fonts(*request);
    request->kind == OUTMAP_RASTER_PDF ? write_pdf(*request) : write_png(*request);
    return 0;
  } catch (const std::exception& problem) {
    const std::string why = problem.what();
    if (message_size > 0) message[why.copy(message, message_size - 1)] = '\0';
    return 1;
  }
}
