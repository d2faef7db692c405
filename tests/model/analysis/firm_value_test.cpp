#include "model/analysis/firm_value.hpp"

#include <catch2/catch.hpp>
#include <utility>
#include <vector>

using namespace outmap;

namespace {

Clv with_retention(double margin, double retention, double discount) {
  Clv clv;
  clv.margin = margin;
  clv.retention = retention;
  clv.discount = discount;
  return clv;
}

}  // namespace

TEST_CASE("lifetime value with retention follows Gupta and Lehmann", "[firm_value]") {
  // 180 x 0.82 / (1 + 0.08 - 0.82) = 147.6 / 0.26
  const FirmValue value = lifetime_value(with_retention(180, 0.82, 0.08));
  CHECK(value.source == FirmValueSource::retention);
  CHECK(*value.per_head == Approx(567.6923076923));
  // Their multiple: at 90 % retention and 10 % discount a margin is worth 4.5
  // times itself.
  CHECK(*lifetime_value(with_retention(1, 0.9, 0.1)).per_head == Approx(4.5));
}

TEST_CASE("the published multiples of a margin come out", "[firm_value]") {
  // Gupta & Lehmann 2003: retention 60 to 90 %, discount rates 10, 12, 14 and 16 %, to two places.
  const double rates[] = {0.10, 0.12, 0.14, 0.16};
  const std::vector<std::pair<double, std::vector<double>>> published = {{0.6, {1.20, 1.15, 1.11, 1.07}},
                                                                         {0.7, {1.75, 1.67, 1.59, 1.52}},
                                                                         {0.8, {2.67, 2.50, 2.35, 2.22}},
                                                                         {0.9, {4.50, 4.09, 3.75, 3.46}}};
  for (const auto& [retention, multiples] : published) {
    for (std::size_t i = 0; i < multiples.size(); ++i) {
      CHECK(*lifetime_value(with_retention(1, retention, rates[i])).per_head == Approx(multiples[i]).margin(0.005));
    }
  }
}

TEST_CASE("the cost of acquisition is paid once", "[firm_value]") {
  Clv clv = with_retention(180, 0.82, 0.08);
  clv.acquisition = 60;
  CHECK(*lifetime_value(clv).per_head == Approx(507.6923076923));
  clv.acquisition = 600;
  CHECK(*lifetime_value(clv).per_head == Approx(-32.3076923077));
}

TEST_CASE("the sum over years equals the closed form", "[firm_value]") {
  double sum = 0, kept = 1;
  for (int year = 1; year < 500; ++year) {
    kept *= 0.82 / 1.08;
    sum += 180 * kept;
  }
  CHECK(*lifetime_value(with_retention(180, 0.82, 0.08)).per_head == Approx(sum));
}

TEST_CASE("a sum that does not end is refused", "[firm_value]") {
  for (const double retention : {1.0, 1.1}) {
    const FirmValue value = lifetime_value(with_retention(180, retention, 0));
    CHECK(value.source == FirmValueSource::refused);
    CHECK_FALSE(value.per_head);
  }
  CHECK(lifetime_value(with_retention(180, 1.0, 0.01)).per_head);
}

TEST_CASE("the simple lifetime value is orders times margin times years", "[firm_value]") {
  Clv clv;
  clv.order_value = 50;
  clv.orders_per_year = 4;
  clv.margin_share = 0.3;
  clv.years = 5;
  clv.acquisition = 20;
  const FirmValue value = lifetime_value(clv);
  CHECK(value.source == FirmValueSource::simple);
  CHECK(*value.per_head == Approx(280));
  clv.years.reset();
  CHECK(lifetime_value(clv) == FirmValue{std::nullopt, FirmValueSource::incomplete});
}

TEST_CASE("a stated value beats a computed one, and silence is missing, not zero", "[firm_value]") {
  Customer customer;
  CHECK(firm_value(customer) == FirmValue{std::nullopt, FirmValueSource::missing});
  CHECK_FALSE(total_firm_value(customer));
  customer.size = 10;
  customer.clv = with_retention(180, 0.82, 0.08);
  CHECK(*total_firm_value(customer) == Approx(5676.923076923));
  customer.firm_value = -3;
  CHECK(firm_value(customer) == FirmValue{-3.0, FirmValueSource::stated});
  CHECK(total_firm_value(customer) == -30.0);
}
