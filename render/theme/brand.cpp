#include "render/theme/brand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "model/format/describe.hpp"
#include "model/format/reader.hpp"
#include "model/io/parse.hpp"
#include "render/theme/colour.hpp"

namespace outmap {

template <>
const RecordType& record_type<Brand>() {
  static const RecordType type =
      describe<Brand>("brand", "A firm's own colours and font for pictures")
          .field<&Brand::format>("outmap-brand", "Version of the format: 1")
          .required()
          .between(1, 1)
          .field<&Brand::font>("font", "A font family that is installed")
          .otherwise("Inter")
          .field<&Brand::accent>("accent", "The one accent, as #RRGGBB")
          .field<&Brand::gap>("gap", "What is unmet, as #RRGGBB")
          .field<&Brand::gain>("gain", "What is met or gets better, as #RRGGBB")
          .field<&Brand::loss>("loss", "What gets worse, as #RRGGBB")
          .field<&Brand::evidence>("evidence", "Where evidence stands behind a claim, as #RRGGBB")
          .field<&Brand::clusters>("clusters", "Up to six colours of clusters, as #RRGGBB")
          .type();
  return type;
}

namespace {

void check_colour(const Value& value, Diagnostics& problems) {
  const auto refuse = [&](std::string message) {
    problems.add({"value.colour", Severity::error, value.place(), "", std::move(message),
                  "write it as \"#RRGGBB\", in quotation marks: in YAML a # begins a comment"});
  };
  if (value.kind() == NodeKind::null) return refuse("a colour is missing here");
  const bool is_word = value.kind() == NodeKind::text || value.kind() == NodeKind::plain;
  if (is_word && !is_colour(value.text())) refuse(fmt::format("'{}' is no colour", value.text()));
}

void check_colours(const Value& root, Diagnostics& problems) {
  for (const std::string_view name : {"accent", "gap", "gain", "loss", "evidence"}) {
    if (const auto value = root.member(name)) check_colour(*value, problems);
  }
  const auto clusters = root.member("clusters");
  if (!clusters || clusters->kind() != NodeKind::list) return;
  std::size_t count = 0;
  for (const Value colour : *clusters) {
    check_colour(colour, problems);
    if (++count == 7)
      problems.add({"value.range", Severity::error, colour.place(), "", "clusters takes six colours at most",
                    "leave the others out: after the sixth they begin again"});
  }
}

LoadedBrand load(std::string name, std::optional<Source> source, Diagnostics problems) {
  LoadedBrand loaded{{}, std::move(problems)};
  std::optional<Document> document;
  if (source) {
    document = std::filesystem::path(name).extension() == ".json" ? parse_json(std::move(*source), loaded.problems)
                                                                  : parse_yaml(std::move(*source), loaded.problems);
  }
  if (document && !document->empty()) {
    Brand brand;
    Reader(loaded.problems).read_record(record_type<Brand>(), &brand, document->root());
    if (document->root().kind() == NodeKind::mapping) check_colours(document->root(), loaded.problems);
    if (!loaded.problems.has_errors()) loaded.brand = std::move(brand);
  }
  loaded.problems.sort();
  return loaded;
}

/// What a colour must be told from, and how well.
struct Demand {
  std::string_view ground;
  double least;
};

/// `colour` mixed with `ink` as little as the demands allow.
std::string readable(const std::string& colour, const std::string& ink, const std::vector<Demand>& demands) {
  const auto suffices = [&](const std::string& mixed) {
    return std::ranges::all_of(demands, [&](const Demand& demand) {
      return contrast_ratio(mixed, std::string(demand.ground)) >= demand.least;
    });
  };
  constexpr int steps = 50;
  std::string mixed = colour;
  for (int step = 1; step <= steps && !suffices(mixed); ++step) {
    mixed = blended(ink, colour, static_cast<double>(step) / steps);
  }
  return mixed;
}

constexpr double text_contrast = 4.5;
constexpr double mark_contrast = 3;

/// Puts a brand's colours into a theme, one by one.
class Branding {
 public:
  explicit Branding(const Theme& base) : made_{base, {}} {}

  BrandedTheme made_;

  /// Before the others: what is written is written on these columns too.
  void take_columns(const Brand& brand) {
    if (!brand.gap.empty()) made_.theme.focus_column = mixed(brand.gap, column_share);
    if (!brand.gain.empty()) made_.theme.gain_column = mixed(brand.gain, column_share);
  }

  void take(std::string_view name, const std::string& wanted, std::string Theme::*colour, std::string Theme::*tint) {
    if (wanted.empty()) return;
    Theme& theme = made_.theme;
    theme.*tint = tint_of(wanted);
    theme.*colour = told(name, wanted,
                         {{theme.canvas, text_contrast},
                          {theme.surface, text_contrast},
                          {theme.focus_column, text_contrast},
                          {theme.gain_column, text_contrast},
                          {theme.on_strong, text_contrast},
                          {theme.*tint, text_contrast}});
  }

  void take_gap(const std::string& wanted) {
    if (wanted.empty()) return;
    Theme& theme = made_.theme;
    take("gap", wanted, &Theme::gap, &Theme::gap_tint);
    theme.gap_text = readable(theme.gap, theme.ink, {{theme.gap_tint, text_contrast}, {theme.surface, text_contrast}});
    theme.gap_mid = mixed(theme.gap, 0.65);
    theme.gap_stripe = readable(mixed(theme.gap, 0.8), theme.ink, {{theme.gap_tint, mark_contrast}});
    constexpr std::array<double, 4> shares{0.04, 0.14, 0.3, 0.52};
    for (std::size_t i = 0; i < shares.size(); ++i) theme.gap_steps[i + 1] = legible_step(theme.gap, shares[i]);
    theme.gap_steps[5] = theme.gap;
    for (std::size_t i = 0; i < 6; ++i) theme.gap_step_text[i] = text_on(theme.gap_steps[i]);
  }

  void take_gain(const std::string& wanted) {
    if (wanted.empty()) return;
    Theme& theme = made_.theme;
    take("gain", wanted, &Theme::gain, &Theme::gain_tint);
    theme.gain_dot = readable(mixed(theme.gain, 0.8), theme.ink, {{theme.gain_tint, mark_contrast}});
    theme.gap_steps[0] = theme.gain_tint;
    theme.gap_step_text[0] = text_on(theme.gain_tint);
  }

  void take_clusters(const std::vector<std::string>& wanted) {
    Theme& theme = made_.theme;
    for (std::size_t i = 0; i < wanted.size() && i < std::size(theme.clusters); ++i) {
      ClusterColour& cluster = theme.clusters[i];
      cluster.tint = tint_of(wanted[i]);
      cluster.stroke =
          told("clusters", wanted[i],
               {{theme.canvas, mark_contrast}, {theme.surface, mark_contrast}, {cluster.tint, mark_contrast}});
    }
  }

 private:
  static constexpr double tint_share = 0.12;
  static constexpr double column_share = 0.05;

  std::string mixed(const std::string& colour, double share) const {
    return blended(colour, made_.theme.surface, share);
  }

  /// Pale enough for ink, secondary ink too.
  std::string tint_of(const std::string& colour) const {
    double share = tint_share;
    while (share > 0.01 && contrast_ratio(made_.theme.ink_2, mixed(colour, share)) < text_contrast) share -= 0.01;
    return mixed(colour, share);
  }

  /// A little paler than asked where neither dark nor light text could be read on it.
  std::string legible_step(const std::string& colour, double share) const {
    const auto legible = [&](const std::string& step) { return contrast_ratio(text_on(step), step) >= text_contrast; };
    while (share > 0.02 && !legible(mixed(colour, share))) share -= 0.01;
    return mixed(colour, share);
  }

  std::string text_on(const std::string& ground) const {
    const Theme& theme = made_.theme;
    return contrast_ratio(theme.ink, ground) >= contrast_ratio(theme.on_strong, ground) ? theme.ink : theme.on_strong;
  }

  std::string told(std::string_view name, const std::string& wanted, const std::vector<Demand>& demands) {
    std::string taken = readable(wanted, made_.theme.ink, demands);
    if (taken != wanted) made_.pale.push_back({name, wanted, taken});
    return taken;
  }
};

}  // namespace

LoadedBrand load_brand(const std::string& path) {
  Diagnostics problems;
  auto source = read_source(path, problems);
  return load(path, std::move(source), std::move(problems));
}

LoadedBrand load_brand_text(std::string name, std::string text) {
  Diagnostics problems;
  auto source = decode_source(name, std::move(text), problems);
  return load(std::move(name), std::move(source), std::move(problems));
}

BrandedTheme with_brand(const Theme& base, const Brand& brand) {
  Branding branding(base);
  branding.take_columns(brand);
  branding.take_gap(brand.gap);
  branding.take_gain(brand.gain);
  branding.take("accent", brand.accent, &Theme::accent, &Theme::accent_tint);
  branding.take("loss", brand.loss, &Theme::loss, &Theme::loss_tint);
  branding.take("evidence", brand.evidence, &Theme::evidence, &Theme::evidence_tint);
  branding.take_clusters(brand.clusters);
  return std::move(branding.made_);
}

}  // namespace outmap
