// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class MovableContextsTest {
    private static final String URL = "postgres://web:secret@elsewhere/sync?sslmode=verify-full";

    @Test
    void areNoneByDefault() {
        assertThat(ConnectionSettings.ofContexts(new MockEnvironment())).isEmpty();
    }

    @Test
    void haveTheFormOfTheCommonOne() {
        var urls = ConnectionSettings.ofContexts(environment("sync", URL));

        assertThat(urls).containsOnlyKeys("sync");
        assertThat(urls.get("sync").url()).isEqualTo("jdbc:postgresql://elsewhere:5432/sync?sslmode=verify-full");
        assertThat(urls.get("sync").user()).isEqualTo("web");
    }

    @ParameterizedTest
    @CsvSource({
        "wallet, 'they reach commerce, identity, mentoring, operations and the idempotency keys'",
        "publishing, 'they reach identity, realworld and the idempotency keys'",
        "kernel, 'transactions of kernel do not stay in its schema'",
        "nowhere, names no context"
    })
    void refuseAContextThatCannotMoveWithTheReason(String context, String reason) {
        assertThatThrownBy(() -> ConnectionSettings.ofContexts(environment(context, URL)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("ashlar.contexts." + context + ".url")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("can move are ai, operations, sync.");
    }

    private static MockEnvironment environment(String context, String url) {
        return new MockEnvironment().withProperty("ashlar.contexts." + context + ".url", url);
    }
}
