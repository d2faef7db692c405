#include <catch2/catch.hpp>
#include <string>

#include "render/write/base64.hpp"
#include "render/write/write.hpp"
#include "tests/support/styles.hpp"

using namespace outmap;
using test::fonts;

namespace {

std::string svg(const Scene& scene, FontEmbedding font = FontEmbedding::none) {
  SvgOptions options;
  options.font = font;
  return write_svg(scene, fonts(), options);
}

TextShape line(std::vector<TextRun> runs) {
  TextShape text;
  text.at = {10, 20};
  text.runs = std::move(runs);
  return text;
}

Scene scene_of(std::vector<Shape> shapes) {
  Scene scene;
  scene.id = "demo";
  scene.title = "Title";
  scene.width_px = 100;
  scene.height_px = 50;
  scene.shapes = std::move(shapes);
  return scene;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a small scene, byte for byte") {
  Group group;
  group.id = "outcome-booked-fast";
  group.data_id = "booked-fast";
  group.kind = "outcome";
  group.role = "node focus";
  group.title = "Booked fast: 3 → 8";
  group.description = "a gap of 5";
  PathShape path;
  path.segments = {{Segment::Kind::move, {0, 0.5}, {}, {}},
                   {Segment::Kind::line, {10, -0.5}, {}, {}},
                   {Segment::Kind::cubic, {30, 30}, {12.345, 6}, {20, -1}},
                   {Segment::Kind::close, {}, {}, {}}};
  path.stroke = {"#112233", 1.5, {6, 4}, 0.5};
  path.round_caps = true;
  group.shapes = {RectShape{{1, 2, 30, 40}, 6, {"#FDEBDD", Pattern::stripes, "#D4602A", 1}, {}}, path,
                  CircleShape{{5, 5}, 2.5, {"#FFFFFF"}, {"#112233", 1}},
                  line({{"Booked & done", Face::semibold, "#1B1F2A", false}})};
  Scene scene = scene_of({group});
  scene.description = "What it says";
  scene.ground = "#F6F7FA";
  const std::string expected =
      R"SVG(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50" id="demo" role="graphics-document" aria-labelledby="demo-title demo-desc" font-family="Inter,'DejaVu Sans',sans-serif" font-size="12" fill="#1B1F2A">
<title id="demo-title">Title</title>
<desc id="demo-desc">What it says</desc>
<style>text{font-feature-settings:"calt" 0,"liga" 0}</style>
<defs>
<pattern id="demo-fill-1" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#FDEBDD"/><path d="M-1 9L9-1M-1 1L1-1M7 9L9 7" stroke="#D4602A" stroke-width="1.5"/></pattern>
</defs>
<rect class="ground" width="100" height="50" fill="#F6F7FA"/>
<g id="outcome-booked-fast" data-id="booked-fast" data-kind="outcome" class="node focus" role="graphics-symbol">
<title>Booked fast: 3 → 8</title>
<desc>a gap of 5</desc>
<rect x="1" y="2" width="30" height="40" rx="6" fill="url(#demo-fill-1)"/>
<path d="M0 .5L10-.5C12.35 6 20-1 30 30Z" fill="none" stroke="#112233" stroke-width="1.5" stroke-dasharray="6 4" stroke-opacity=".5" stroke-linecap="round" stroke-linejoin="round"/>
<circle cx="5" cy="5" r="2.5" fill="#FFFFFF" stroke="#112233"/>
<text x="10" y="20" font-weight="600">Booked &amp; done</text>
</g>
</svg>
)SVG";
  CHECK(svg(scene) == expected);
}

TEST_CASE("lines of several runs keep their spaces and looks") {
  TextShape text = line({{"one ", Face::semibold, "#000000", false},
                         {"two", Face::italic, "#C2410C", true},
                         {" three", Face::regular, "#000000", false}});
  text.halo = "#FFFFFF";
  text.size_px = 15;
  text.anchor = Anchor::end;
  const std::string written = svg(scene_of({text}));
  // The halo is a text of its own: office programs draw a stroke over the letters, whatever paint-order says.
  CHECK(has(
      written,
      "<text x=\"10\" y=\"20\" text-anchor=\"end\" font-size=\"15\" fill=\"#FFFFFF\" stroke=\"#FFFFFF\" "
      "stroke-width=\"3\" "
      "stroke-linejoin=\"round\" aria-hidden=\"true\" xml:space=\"preserve\"><tspan font-weight=\"600\">one </tspan>"
      "<tspan font-style=\"italic\" text-decoration=\"line-through\">two</tspan><tspan> three</tspan></text>"));
  CHECK(has(written,
            "<text x=\"10\" y=\"20\" text-anchor=\"end\" font-size=\"15\" xml:space=\"preserve\"><tspan "
            "font-weight=\"600\">one </tspan><tspan font-style=\"italic\" fill=\"#C2410C\" "
            "text-decoration=\"line-through\">two</tspan><tspan> three</tspan></text>"));
  CHECK_FALSE(has(written, "paint-order"));
  CHECK_FALSE(has(svg(scene_of({line({{"", Face::regular, "#000000", false}})})), "<text"));
}

TEST_CASE("a line of several runs begins at its left, where its width is known") {
  // Office programs anchor only the first run.
  TextShape text = line({{"7 → ", Face::regular, "#000000", false}, {"8", Face::semibold, "#000000", false}});
  text.width_px = 30;
  text.anchor = Anchor::end;
  CHECK(has(svg(scene_of({text})), "<text x=\"-20\" y=\"20\" xml:space=\"preserve\">"));
  text.anchor = Anchor::middle;
  CHECK(has(svg(scene_of({text})), "<text x=\"-5\" y=\"20\" xml:space=\"preserve\">"));
  text.runs.pop_back();
  CHECK(has(svg(scene_of({text})), "<text x=\"10\" y=\"20\" text-anchor=\"middle\">"));
}

TEST_CASE("ids are unique, without white space, and may carry a prefix") {
  Group one;
  one.id = "a b";
  Group two;
  two.id = "a-b";
  Group title;
  title.id = "demo-title";
  const Scene scene = scene_of({one, two, one, title});
  const std::string written = svg(scene);
  CHECK(has(written, "<g id=\"a-b\"/>"));
  CHECK(has(written, "<g id=\"a-b--2\"/>"));
  CHECK(has(written, "<g id=\"a-b--3\"/>"));
  CHECK(has(written, "<g id=\"demo-title--2\"/>"));
  SvgOptions options;
  options.id_prefix = "report-";
  options.font = FontEmbedding::none;
  options.scale = 2;
  const std::string prefixed = write_svg(scene, fonts(), options);
  CHECK(has(prefixed, "id=\"report-a-b--2\""));
  CHECK(has(prefixed, "aria-labelledby=\"report-demo-title\""));
  CHECK(has(prefixed, "viewBox=\"0 0 100 50\" width=\"200\" height=\"100\""));
}

TEST_CASE("patterns are defined once each, finer for slim shapes, and only where used") {
  const Fill stripes{"#FDEBDD", Pattern::stripes, "#C2410C", 1};
  const Fill dots{"#DDF3F0", Pattern::dots, "#0B7A75", 1};
  const RectShape large{{0, 0, 40, 40}, 0, stripes, {}};
  const RectShape slim{{0, 0, 40, 8}, 0, stripes, {}};
  const RectShape dotted{{0, 0, 40, 40}, 0, dots, {}};
  const std::string written = svg(scene_of({large, slim, large, dotted, slim}));
  CHECK(count(written, "<pattern") == 3);
  CHECK(count(written, "url(#demo-fill-1)") == 2);
  CHECK(count(written, "url(#demo-fill-2)") == 2);
  CHECK(count(written, "url(#demo-fill-3)") == 1);
  Group rival;
  rival.id = "demo-fill-1";
  CHECK(has(svg(scene_of({large, rival})), "<g id=\"demo-fill-1--2\"/>"));
  CHECK_FALSE(has(svg(scene_of({RectShape{{0, 0, 1, 1}, 0, {"#FFFFFF"}, {}}})), "<defs"));
}

TEST_CASE("hostile words stay words") {
  Group group;
  group.id = "\"><script>";
  group.title = "</title><script>alert(1)</script>";
  group.data_id = "a\"b";
  group.shapes = {line({{"</text><script>\x01", Face::regular, "#000000", false}})};
  const std::string written = svg(scene_of({group}));
  CHECK_FALSE(has(written, "<script"));
  CHECK(has(written, "data-id=\"a&quot;b\""));
  CHECK(has(written, ">&lt;/text&gt;&lt;script&gt;</text>"));
}

TEST_CASE("the font travels with the picture, cut to what is used, one face each") {
  const Scene plain = scene_of({line({{"Midwives", Face::regular, "#000000", false}})});
  const std::string one = svg(plain, FontEmbedding::subset);
  CHECK(count(one, "@font-face") == 1);
  CHECK(has(one, "@font-face{font-family:Inter;font-weight:400;font-style:normal;src:url(data:font/otf;base64,T1RUTw"));
  CHECK(one.size() < 8000);
  CHECK(one == svg(plain, FontEmbedding::subset));
  const std::string two =
      svg(scene_of({line({{"a", Face::regular, "#000000", false}, {"b", Face::semibold, "#000000", false}})}),
          FontEmbedding::subset);
  CHECK(count(two, "@font-face") == 2);
  CHECK(count(svg(scene_of({line({{"\xF4\x8F\xBF\xBD", Face::regular, "#000000", false}})}), FontEmbedding::subset),
              "@font-face") == 0);
  CHECK(count(svg(scene_of({}), FontEmbedding::subset), "@font-face") == 0);
}

TEST_CASE("a subset has the characters and the kerning of the whole font") {
  const std::string subset = fonts().subset(Face::regular, {U'A', U'V', U' '});
  REQUIRE(subset.size() > 500);
  CHECK(subset.size() < 4000);
  CHECK(subset.find("GPOS") != std::string::npos);
  CHECK(fonts().subset(Face::regular, {}).empty());
}

TEST_CASE("base64 as in RFC 4648") {
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foob") == "Zm9vYg==");
  CHECK(base64("fooba") == "Zm9vYmE=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xFF\xFE\xFD") == "//79");
}
