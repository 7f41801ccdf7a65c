// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtConfigurationTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "thirty-one bytes are not enough"})
    void refusesAShortSecretWithTheRemedy(String secret) {
        var secrets = new DataKeys(secret, null);
        assertThatThrownBy(() -> new JwtConfiguration(secrets))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ashlar.security.jwt-secret must have at least 32 bytes");
    }
}
