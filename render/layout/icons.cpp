#include "render/layout/icons.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>

#include "render/layout/icon_drawings.hpp"
#include "render/layout/parts.hpp"
#include "render/layout/shapes.hpp"
#include "render/text/code_points.hpp"

namespace outmap {
namespace {

constexpr double kBox_px = 16;
constexpr double kLine_px = 1.5;

/// Reads the drawings' path language; they are ours, so that a slip in them is for the tests to find.
class DrawingReader {
 public:
  explicit DrawingReader(std::string_view data) : data_(data) {}

  Shape read() {
    switch (data_.front()) {
      case 'O': {
        take_command();
        CircleShape circle;
        circle.center = point();
        circle.radius = number();
        return circle;
      }
      case 'R': {
        take_command();
        RectShape rect;
        const Point corner = point();
        rect.box = {corner.x, corner.y, number(), number()};
        rect.radius = number();
        return rect;
      }
      default:
        return path();
    }
  }

 private:
  char take_command() { return data_[at_++]; }
  double number() {
    while (at_ < data_.size() && data_[at_] == ' ') ++at_;
    double value = 0;
    const auto done = std::from_chars(data_.data() + at_, data_.data() + data_.size(), value);
    at_ = static_cast<std::size_t>(done.ptr - data_.data());
    return value;
  }
  Point point() {
    const double x = number();
    return {x, number()};
  }

  PathShape path() {
    PathShape shape;
    Point here;
    while (at_ < data_.size()) {
      switch (take_command()) {
        case 'M':
          shape.segments.push_back(move_to(here = point()));
          break;
        case 'L':
          shape.segments.push_back(line_to(here = point()));
          break;
        case 'H':
          here.x = number();
          shape.segments.push_back(line_to(here));
          break;
        case 'V':
          here.y = number();
          shape.segments.push_back(line_to(here));
          break;
        case 'C': {
          const Point c1 = point();
          const Point c2 = point();
          shape.segments.push_back(cubic_to(c1, c2, here = point()));
          break;
        }
        default:
          shape.segments.push_back(close_path());
          break;
      }
    }
    return shape;
  }

  std::string_view data_;
  std::size_t at_ = 0;
};

void paint(Shape& shape, MarkManner manner, const Colour& colour, const Colour& ground) {
  Fill fill;
  Stroke stroke;
  if (manner == MarkManner::solid) fill.colour = colour;
  if (manner == MarkManner::ring) fill.colour = ground;
  if (manner == MarkManner::line || manner == MarkManner::ring) stroke = {colour, kLine_px, {}, 1};
  if (manner == MarkManner::cut) stroke = {ground.empty() ? "#FFFFFF" : ground, kLine_px, {}, 1};
  std::visit(
      [&](auto& one) {
        if constexpr (requires {
                        one.fill;
                        one.stroke;
                      }) {
          one.fill = fill;
          one.stroke = stroke;
        }
        if constexpr (requires { one.round_caps; }) one.round_caps = manner != MarkManner::solid;
      },
      shape);
}

const IconDrawing* find_drawing(std::string_view name) {
  const auto drawings = icon_drawings();
  const auto found = std::lower_bound(drawings.begin(), drawings.end(), name,
                                      [](const IconDrawing& d, std::string_view n) { return d.name < n; });
  return found != drawings.end() && found->name == name ? &*found : nullptr;
}

void place(Group& group, Point top_left, double size_px) {
  for (Shape& shape : group.shapes) {
    scale_by(shape, size_px / kBox_px);
    move_by(shape, top_left.x, top_left.y);
  }
}

Group ring(const Colour& colour) {
  Group group;
  group.role = "icon";
  group.shapes.push_back(CircleShape{{8, 8}, 7, {}, {colour, kLine_px, {}, 1}});
  return group;
}

struct ChannelWord {
  std::string_view word;
  std::string_view icon;
};

/// Words people use for channels. A channel is looked up whole, then word by word, the last word first: 'phone app' is
/// an app.
constexpr auto kChannelWords = std::to_array<ChannelWord>({
    {"advert", "paper"},        {"agent", "person"},    {"app", "mobile"},        {"appointment", "calendar"},
    {"back-office", "record"},  {"bill", "paper"},      {"blog", "web"},          {"booking", "calendar"},
    {"branch", "place"},        {"brochure", "paper"},  {"browser", "web"},       {"calendar", "calendar"},
    {"call", "phone"},          {"campaign", "chart"},  {"chart", "chart"},       {"chat", "chat"},
    {"chatbot", "chat"},        {"class", "group"},     {"clinic", "place"},      {"community", "group"},
    {"contract", "paper"},      {"counter", "person"},  {"crm", "record"},        {"dashboard", "chart"},
    {"data", "record"},         {"database", "record"}, {"delivery", "home"},     {"desk", "person"},
    {"document", "paper"},      {"e-mail", "mail"},     {"email", "mail"},        {"event", "calendar"},
    {"face-to-face", "person"}, {"flyer", "paper"},     {"form", "paper"},        {"forum", "chat"},
    {"group", "group"},         {"guide", "paper"},     {"helpline", "phone"},    {"home", "home"},
    {"hotline", "phone"},       {"human", "person"},    {"in-home", "home"},      {"in-person", "person"},
    {"inbox", "mail"},          {"internet", "web"},    {"invoice", "paper"},     {"kiosk", "place"},
    {"leaflet", "paper"},       {"letter", "paper"},    {"location", "place"},    {"mail", "mail"},
    {"mailing", "mail"},        {"map", "place"},       {"meeting", "group"},     {"message", "chat"},
    {"messenger", "chat"},      {"mobile", "mobile"},   {"newsletter", "mail"},   {"notification", "mobile"},
    {"office", "place"},        {"online", "web"},      {"page", "web"},          {"paper", "paper"},
    {"people", "group"},        {"person", "person"},   {"phone", "phone"},       {"place", "place"},
    {"portal", "web"},          {"post", "paper"},      {"postal", "paper"},      {"print", "paper"},
    {"record", "record"},       {"records", "record"},  {"report", "chart"},      {"sales", "person"},
    {"shop", "place"},          {"site", "web"},        {"smartphone", "mobile"}, {"sms", "mobile"},
    {"social", "group"},        {"staff", "person"},    {"store", "place"},       {"system", "record"},
    {"telephone", "phone"},     {"text", "mobile"},     {"video", "chat"},        {"visit", "home"},
    {"voice", "phone"},         {"web", "web"},         {"webinar", "group"},     {"website", "web"},
    {"whatsapp", "chat"},       {"workshop", "group"},
});

std::string_view channel_word_icon(std::string_view word) {
  const auto found =
      std::lower_bound(kChannelWords.begin(), kChannelWords.end(), word,
                       [](const ChannelWord& row, std::string_view wanted) { return row.word < wanted; });
  return found != kChannelWords.end() && found->word == word ? found->icon : std::string_view();
}

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return made;
}

}  // namespace

std::span<const std::string_view> icon_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> made;
    for (const IconDrawing& drawing : icon_drawings()) made.push_back(drawing.name);
    return made;
  }();
  return names;
}

bool has_icon(std::string_view name) { return find_drawing(name) != nullptr; }

Group icon(std::string_view name, Point top_left, double size_px, const Colour& colour, const Colour& ground) {
  const IconDrawing* drawing = find_drawing(name);
  Group group;
  if (drawing == nullptr) {
    group = ring(colour);
  } else {
    group.role = "icon";
    for (const IconMark& mark : drawing->marks) {
      Shape shape = DrawingReader(mark.data).read();
      paint(shape, mark.manner, colour, ground);
      group.shapes.push_back(std::move(shape));
    }
  }
  place(group, top_left, size_px);
  return group;
}

std::string_view channel_icon_name(std::string_view channel) {
  const std::string words = lower(channel);
  if (const auto whole = channel_word_icon(words); !whole.empty()) return whole;
  for (std::size_t end = words.size(); end > 0;) {
    const std::size_t last = words.find_last_not_of(" _/,.", end - 1);
    if (last == std::string::npos) break;
    const std::size_t before = words.find_last_of(" _/,.", last);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    if (const auto found = channel_word_icon(std::string_view(words).substr(begin, last + 1 - begin)); !found.empty())
      return found;
    end = begin;
  }
  return {};
}

Group channel_icon(const Style& style, std::string_view channel, Point top_left, double size_px, const Colour& colour) {
  if (const auto name = channel_icon_name(channel); !name.empty()) return icon(name, top_left, size_px, colour);
  Group group = ring(colour);
  place(group, top_left, size_px);
  const std::string word = tidy_line(channel);
  if (word.empty()) return group;
  std::string initial = word.substr(0, character_end(word, 0));
  if (initial.size() == 1) initial[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(initial[0])));
  const double letter_px = std::max(9.0, size_px * 0.625);
  group.shapes.push_back(text_line(style, initial,
                                   {top_left.x + size_px / 2, top_left.y + size_px / 2 + 0.36 * letter_px},
                                   {letter_px, Face::semibold, colour, Anchor::middle, {}}));
  return group;
}

std::string_view evidence_icon_name(std::string_view method) {
  const std::string words = lower(method);
  for (const std::string_view talk : {"interview", "focus", "conversation"})
    if (words.find(talk) != std::string::npos) return "interview";
  for (const std::string_view asked : {"survey", "questionnaire", "feedback"})
    if (words.find(asked) != std::string::npos) return "survey";
  if (words.find("observ") != std::string::npos) return "observation";
  return "lens";
}

std::string_view tie_icon_name(std::string_view type) {
  for (const std::string_view name : {"common-interest", "complementary", "common-goal", "similar-need"})
    if (type == name) return name;
  return "other";
}

}  // namespace outmap
