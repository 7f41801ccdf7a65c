// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestClientTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "203.0.113.7:4711,",
        "unknown,",
        "'',"
    })
    void hasAnAddressThatPostgresReads(String sent, @Nullable String stored) {
        assertThat(RequestClient.of(null, null, sent, null).address()).isEqualTo(stored);
    }

    @Test
    void hasOnlyPlatformsThatMayExist() {
        assertThat(RequestClient.of(null, "mentor", null, null).platform()).isEqualTo("mentor");
        assertThat(RequestClient.of(null, "x".repeat(41), null, null).platform())
                .isNull();
        assertThat(RequestClient.of(null, "a b", null, null).platform()).isNull();
    }

    @Test
    void hasAReadableUserAgent() {
        assertThat(RequestClient.of(null, null, null, "a\u0000\n\u009bb").userAgent())
                .isEqualTo("a???b");
        assertThat(RequestClient.of(null, null, null, "x".repeat(900)).userAgent())
                .hasSize(200);
        assertThat(RequestClient.of(null, null, null, " ").userAgent()).isNull();
    }
}
