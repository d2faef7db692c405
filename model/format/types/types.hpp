// Record types by kind of element; each is described in one of the files beside this one.
#pragma once

#include "model/format/field.hpp"
#include "model/map/map.hpp"

namespace outmap {

template <class T>
const RecordType& record_type();

/// The record type of a kind of element.
const RecordType& record_type_of(ElementKind kind);

/// The struct of an element, for access through its record type.
const void* record_of(const MapContent& content, ElementRef ref);

/// Who may want an outcome, hold an attribute, take part in a relation.
inline constexpr ElementKinds people_kinds = ElementKind::customer | ElementKind::partner;

/// What an influence may join: everything that can change and be changed.
inline constexpr ElementKinds causal_kinds = ElementKinds(ElementKind::customer) | ElementKind::partner | ElementKind::need |
                                             ElementKind::stage | ElementKind::touchpoint | ElementKind::outcome |
                                             ElementKind::offering | ElementKind::process | ElementKind::initiative |
                                             ElementKind::competitor | ElementKind::factor;

}  // namespace outmap
