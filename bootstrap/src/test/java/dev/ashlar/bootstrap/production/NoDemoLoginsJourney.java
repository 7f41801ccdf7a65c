// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.journey.JourneyTest;
import dev.ashlar.identity.application.DemoLogins;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@JourneyTest
@TestMethodOrder(OrderAnnotation.class)
class NoDemoLoginsJourney {
    @Autowired
    private DemoLogins logins;

    @Autowired
    private JdbcClient sql;

    @Test
    @Order(1)
    void refusesEachSeededLogin() {
        assertThat(logins.working())
                .hasSize(DemoLogins.USERNAMES.size())
                .containsExactlyInAnyOrderElementsOf(sql.sql("SELECT email FROM identity.users")
                        .query(String.class)
                        .list());
        assertThatThrownBy(() -> new NoDemoLogins(logins).start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("admin@ashlar.example");
    }

    @Test
    @Order(2)
    void acceptsThoseThatLogNobodyIn() {
        sql.sql("UPDATE identity.users SET is_active = false WHERE email LIKE 'a%'")
                .update();
        sql.sql("UPDATE identity.users SET email_verified_at = NULL WHERE email LIKE 'm%'")
                .update();
        sql.sql("UPDATE identity.users SET password_hash = reverse(password_hash) WHERE email LIKE 's%'")
                .update();
        assertThat(logins.working()).isEmpty();
        new NoDemoLogins(logins).start();
    }
}
