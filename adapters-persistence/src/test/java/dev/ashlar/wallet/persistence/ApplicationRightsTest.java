// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Privileges;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rights on the wallet's tables that even a compromised application does not have. */
@PersistenceTest
class ApplicationRightsTest {
    @Autowired
    private JdbcClient application;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE wallet.token_usages SET reason = 'Nothing to see here'",
                "DELETE FROM wallet.token_usages",
                "TRUNCATE wallet.token_usages CASCADE",
                "DELETE FROM wallet.tokens",
                "DELETE FROM wallet.token_holds",
                "DELETE FROM wallet.token_allotment_requests",
                "ALTER TABLE wallet.tokens DROP CONSTRAINT fk_tokens_head",
                "ALTER TABLE wallet.token_usages DISABLE TRIGGER ALL",
                "DROP TABLE wallet.token_holds",
                "CREATE TABLE wallet.more (id int)",
                "CREATE TABLE public.more (id int)",
                "CREATE SCHEMA more",
                "SET session_replication_role = replica"
            })
    void areNotEnoughFor(String sql) {
        Privileges.assertRefused(application, sql);
    }
}
