// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.apache.tomcat.util.net.SocketWrapperBase;
import org.junit.jupiter.api.Test;

class LateHeadsTest {
    private final LateHeads heads = new LateHeads(4);

    @Test
    void leavesThreeQuartersToOtherNetworks() {
        var first = from("192.0.2.1");
        assertThat(heads.begin(first)).isTrue();
        assertThat(heads.begin(first)).isTrue();

        assertThat(heads.begin(from("192.0.2.1"))).isFalse();
        assertThat(heads.begin(from("192.0.2.2"))).isTrue();
        assertThat(heads.begin(from("192.0.2.3"))).isTrue();
        assertThat(heads.begin(from("192.0.2.4"))).isTrue();
        assertThat(heads.begin(from("192.0.2.5"))).isFalse();
    }

    @Test
    void givesPlacesOfArrivedHeadsAndClosedConnectionsToOthers() {
        var arrived = from("192.0.2.1");
        heads.begin(arrived);
        heads.end(arrived);
        var closed = from("192.0.2.1");
        assertThat(heads.begin(closed)).isTrue();
        when(closed.isClosed()).thenReturn(true);

        assertThat(heads.begin(from("192.0.2.1"))).isTrue();
    }

    private static SocketWrapperBase<?> from(String address) {
        SocketWrapperBase<?> connection = mock();
        when(connection.getRemoteAddr()).thenReturn(address);
        return connection;
    }
}
