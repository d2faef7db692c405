#include "model/analysis/reach.hpp"

#include <algorithm>

#include "model/analysis/firm_value.hpp"

namespace outmap {

bool is_held_by_organisation(const Outcome& outcome) {
  return outcome.holders.organisation || (outcome.holders.list.empty() && outcome.scope == Scope::organisation);
}

Reach::Reach(const Map& map) {
  customers_.reserve(map->customers.size());
  customer_numbers_.reserve(map->customers.size());
  for (const ElementRef ref : map.by_id()) {
    if (ref.kind != ElementKind::customer) continue;
    const Customer& customer = map->customers[ref.index];
    customer_numbers_.emplace(customer.id, static_cast<std::uint32_t>(customers_.size()));
    customers_.push_back({customer.size, std::max(0.0, total_firm_value(customer).value_or(0))});
    total_size_ += customers_.back().size;
    total_value_ += customers_.back().value;
  }
  for (const Partner& partner : map->partners) customers_of_partner_[partner.id];
  for (const Relation& relation : map->relations) {
    tie(relation.from, relation.to);
    tie(relation.to, relation.from);
  }
  close_ties();
}

void Reach::tie(std::string_view partner, std::string_view customer) {
  const auto list = customers_of_partner_.find(partner);
  const auto number = customer_numbers_.find(customer);
  if (list != customers_of_partner_.end() && number != customer_numbers_.end()) list->second.push_back(number->second);
}

void Reach::close_ties() {
  for (auto& [partner, customers] : customers_of_partner_) {
    std::ranges::sort(customers);
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    partners_.emplace(partner, sum_of(customers));
  }
}

Reach::Weight Reach::sum_of(const std::vector<std::uint32_t>& customers) const {
  Weight sum;
  for (const std::uint32_t number : customers) {
    sum.size += customers_[number].size;
    sum.value += customers_[number].value;
  }
  return sum;
}

Reach::Weight Reach::behind(std::string_view holder) const {
  if (const auto customer = customer_numbers_.find(holder); customer != customer_numbers_.end()) {
    return customers_[customer->second];
  }
  const auto partner = partners_.find(holder);
  return partner == partners_.end() ? Weight{} : partner->second;
}

Reach::Weight Reach::behind(const Outcome& outcome) const {
  const std::vector<Holder>& holders = outcome.holders.list;
  if (holders.size() == 1) return behind(holders.front().id);
  std::vector<std::uint32_t> all;
  for (const Holder& holder : holders) {
    if (const auto customer = customer_numbers_.find(holder.id); customer != customer_numbers_.end()) {
      all.push_back(customer->second);
    } else if (const auto partner = customers_of_partner_.find(holder.id); partner != customers_of_partner_.end()) {
      all.insert(all.end(), partner->second.begin(), partner->second.end());
    }
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return sum_of(all);
}

std::optional<double> Reach::share(double part, double total) const {
  if (total <= 0) return std::nullopt;
  return std::min(1.0, part / total);
}

double Reach::size_behind(std::string_view holder) const { return behind(holder).size; }

std::optional<double> Reach::reach(std::string_view holder) const { return share(behind(holder).size, total_size_); }

std::optional<double> Reach::value_share(std::string_view holder) const {
  return share(behind(holder).value, total_value_);
}

std::optional<double> Reach::reach(const Outcome& outcome) const {
  if (is_held_by_organisation(outcome)) return 1.0;
  if (outcome.holders.list.empty()) return std::nullopt;
  return share(behind(outcome).size, total_size_);
}

std::optional<double> Reach::value_share(const Outcome& outcome) const {
  if (!has_money()) return std::nullopt;
  if (is_held_by_organisation(outcome)) return 1.0;
  if (outcome.holders.list.empty()) return std::nullopt;
  return share(behind(outcome).value, total_value_);
}

}  // namespace outmap
