package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtConfigurationTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "thirty-one bytes are not enough")
    void refusesAShortSecretWithTheRemedy(String secret) {
        assertThatThrownBy(() -> new JwtConfiguration.Properties(secret).key())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ashlar.security.jwt-secret must have at least 32 bytes");
    }

    @Test
    void neverPrintsTheSecret() {
        assertThat(new JwtConfiguration.Properties("a secret of thirty-two bytes, yes").toString())
                .doesNotContain("thirty-two");
    }
}
