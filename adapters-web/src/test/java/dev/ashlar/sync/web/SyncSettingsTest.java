// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.ashlar.sync.domain.SyncSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class SyncSettingsTest {
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void haveTheServersThatAreSet() {
        environment
                .withProperty("ashlar.sync.mrlearn.url", "https://school.example/api")
                .withProperty("ashlar.sync.mrlearn.api-key", "very-secret");
        var server = Objects.requireNonNull(bound().server(SyncSource.MRLEARN));
        assertThat(server.apiKey()).isEqualTo("very-secret");
        assertThat(server).hasToString("https://school.example/api");
        assertThat(bound().server(SyncSource.MRTEST)).isNull();
    }

    @Test
    void refuseAKeyWithoutAUrl() {
        environment.withProperty("ashlar.sync.mrtest.api-key", "very-secret");
        assertThatException()
                .isThrownBy(this::bound)
                .havingRootCause()
                .withMessage(
                        "ashlar.sync.mrtest.api-key is set, but ashlar.sync.mrtest.url is not. Set both or neither.");
    }

    @Test
    void haveNoServerIfTheSettingsAreEmpty() {
        environment
                .withProperty("ashlar.sync.mrtest.url", "")
                .withProperty("ashlar.sync.mrtest.api-key", "")
                .withProperty("ashlar.sync.mrlearn.api-key", "");
        assertThat(bound()).isEqualTo(new SyncSettings(null, null));
    }

    private SyncSettings bound() {
        return Binder.get(environment).bindOrCreate("ashlar.sync", SyncSettings.class);
    }
}
