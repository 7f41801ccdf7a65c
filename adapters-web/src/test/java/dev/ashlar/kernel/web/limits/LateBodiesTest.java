// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LateBodiesTest {
    private final LateBodies bodies = new LateBodies(100, 10);

    @Test
    void leavesThreeQuartersToOtherNetworks() {
        assertThat(bodies.take("a", 25)).isTrue();

        assertThat(bodies.take("a", 1)).isFalse();
        assertThat(bodies.take("b", 25)).isTrue();
        assertThat(bodies.take("c", 25)).isTrue();
        assertThat(bodies.take("d", 25)).isTrue();
        assertThat(bodies.take("e", 1)).isFalse();
    }

    @Test
    void givesMemoryOfEndedBodiesToOthers() {
        assertThat(bodies.take("a", 25)).isTrue();
        bodies.giveBack("a", 5);

        assertThat(bodies.take("a", 6)).isFalse();
        assertThat(bodies.take("a", 5)).isTrue();
        bodies.giveBack("a", 25);
        assertThat(bodies.take("a", 25)).isTrue();
    }

    @Test
    void takesTheLargestBodyOfANetwork() {
        var small = new LateBodies(100, 60);

        assertThat(small.take("a", 60)).isTrue();
        assertThat(small.take("a", 1)).isFalse();
        assertThat(small.take("b", 40)).isTrue();
    }
}
