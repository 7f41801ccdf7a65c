// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSharesTest {
    private final NetworkShares shares = new NetworkShares(100, 10);

    @Test
    void leavesThreeQuartersToOtherNetworks() {
        assertThat(shares.take("a", 25)).isTrue();

        assertThat(shares.take("a", 1)).isFalse();
        assertThat(shares.take("b", 25)).isTrue();
        assertThat(shares.take("c", 25)).isTrue();
        assertThat(shares.take("d", 25)).isTrue();
        assertThat(shares.take("e", 1)).isFalse();
    }

    @Test
    void givesWhatWasGivenBackToTheSameNetwork() {
        assertThat(shares.take("a", 25)).isTrue();
        shares.giveBack("a", 5);

        assertThat(shares.take("a", 6)).isFalse();
        assertThat(shares.take("a", 5)).isTrue();
        shares.giveBack("a", 25);
        assertThat(shares.take("a", 25)).isTrue();
    }

    @Test
    void givesWhatWasGivenBackToOtherNetworks() {
        for (var network : List.of("a", "b", "c", "d")) {
            assertThat(shares.take(network, 25)).isTrue();
        }
        shares.giveBack("a", 5);

        assertThat(shares.take("e", 6)).isFalse();
        assertThat(shares.take("e", 5)).isTrue();
    }

    @Test
    void givesANetworkTheLeastShare() {
        var small = new NetworkShares(100, 60);

        assertThat(small.take("a", 60)).isTrue();
        assertThat(small.take("a", 1)).isFalse();
        assertThat(small.take("b", 40)).isTrue();
    }
}
