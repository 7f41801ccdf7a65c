// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void countsAllAddressesOfAnIpv6NetworkAsOne() {
        assertThat(ip("2001:db8:0:7::1")).isEqualTo(ip("2001:db8:0:7:ffff:1:2:3"));
        assertThat(ip("2001:db8:0:7::1")).isNotEqualTo(ip("2001:db8:0:8::1"));
    }

    @Test
    void keepsAllOtherAddresses() {
        assertThat(ip("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(ip("fe80::no address")).isEqualTo("fe80::no address");
        assertThat(ip(null)).isNull();
    }

    private static @Nullable String ip(@Nullable String address) {
        return Origin.of(new Client(address, null)).ip();
    }
}
