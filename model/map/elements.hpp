// What a map is made of. Plain structs: public fields, no rules. The fields, their ranges, defaults and
// explanations are described in model/format/types; the rules between elements are in model/check.
#pragma once

#include "model/map/actions.hpp"
#include "model/map/answers.hpp"
#include "model/map/claims.hpp"
#include "model/map/element.hpp"
#include "model/map/journeys.hpp"
#include "model/map/monitoring.hpp"
#include "model/map/outcomes.hpp"
#include "model/map/people.hpp"
