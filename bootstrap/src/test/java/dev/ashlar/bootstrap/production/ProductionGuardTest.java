// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTest {
    private static final String VERIFIED = "?sslmode=verify-full&sslrootcert=/etc/ashlar/db-ca.pem";

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://db.example/ashlar" + VERIFIED);

    ProductionGuardTest() {
        settings.setActiveProfiles("prod");
    }

    @Test
    void refusesAContextsOwnDatabaseWhoseIdentityIsNotProven() {
        settings.setProperty("ashlar.contexts.sync.url", "postgres://owner:secret@other.example/sync?sslmode=require");

        assertThatThrownBy(this::migrate)
                .hasMessageContaining("ashlar.contexts.sync.url")
                .hasMessageNotContaining("secret");
    }

    @Test
    void acceptsOneWhoseIdentityIs() {
        settings.setProperty("ashlar.contexts.sync.url", "postgres://owner:secret@other.example/sync" + VERIFIED);

        assertThatCode(this::migrate).doesNotThrowAnyException();
    }

    private void migrate() {
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(settings);
            ProductionGuard.ofMigration().initialize(context);
        }
    }
}
