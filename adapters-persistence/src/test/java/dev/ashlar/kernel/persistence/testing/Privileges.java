// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Privileges of the application's role in PostgreSQL. */
public final class Privileges {
    private Privileges() {}

    /** Asserts that the application may not run a statement. */
    public static void assertRefused(JdbcClient application, String sql) {
        assertThatThrownBy(() -> application.sql(sql).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
