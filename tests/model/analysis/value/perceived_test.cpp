#include "model/analysis/value/perceived.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace outmap;

TEST_CASE("perceived value is worth and benefits less costs and drawbacks", "[value]") {
  const PerceivedNet value = perceived_net({7, 6, 4, 5}, {0, 10});
  CHECK(*value.net == 4);
  CHECK(value.most_room == ValuePart::drawbacks);
  CHECK(value.room == 5);
}

TEST_CASE("room counts up for what is received and down for what is given, from the ends of the scale", "[value]") {
  const Scale scale{1, 5};
  const PerceivedValue value{4, 2, 5, 3};
  CHECK(*room_of(value, ValuePart::worth, scale) == 1);
  CHECK(*room_of(value, ValuePart::benefits, scale) == 3);
  CHECK(*room_of(value, ValuePart::costs, scale) == 4);
  CHECK(*room_of(value, ValuePart::drawbacks, scale) == 2);
  CHECK(perceived_net(value, scale).most_room == ValuePart::costs);
  CHECK(*perceived_net(value, scale).net == -2);
}

TEST_CASE("of parts with the same room the first is named", "[value]") {
  CHECK(perceived_net({6, 5, 3, 5}, {0, 10}).most_room == ValuePart::benefits);
}

TEST_CASE("a missing part leaves the net missing and the others known", "[value]") {
  PerceivedValue value{7, 6, 4, std::nullopt};
  const PerceivedNet net = perceived_net(value, {0, 10});
  CHECK_FALSE(net.net);
  CHECK(net.most_room == ValuePart::benefits);
  CHECK_FALSE(room_of(value, ValuePart::drawbacks, {0, 10}));
  CHECK_FALSE(perceived_net({}, {0, 10}).most_room);
}

TEST_CASE("nothing has room at the best ends", "[value]") {
  const PerceivedNet best = perceived_net({10, 10, 0, 0}, {0, 10});
  CHECK(*best.net == 20);
  CHECK_FALSE(best.most_room);
  CHECK(best.room == 0);
}

TEST_CASE("closing the room of a part adds as much to the net", "[value]") {
  const bool holds = rc::check([](const std::array<unsigned char, 4>& levels) {
    const Scale scale{0, 255};
    PerceivedValue value{double(levels[0]), double(levels[1]), double(levels[2]), double(levels[3])};
    const PerceivedNet before = perceived_net(value, scale);
    value.drawbacks = *value.drawbacks - *room_of(value, ValuePart::drawbacks, scale);
    RC_ASSERT(*perceived_net(value, scale).net == *before.net + levels[3]);
  });
  CHECK(holds);
}
