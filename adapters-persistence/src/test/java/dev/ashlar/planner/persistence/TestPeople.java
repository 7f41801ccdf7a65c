// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.planner.domain.Relations;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with accounts in the database of a test class. */
@TestComponent
@Lazy
class TestPeople {
    private final FreshDatabase.Switch database;

    @Autowired
    TestPeople(FreshDatabase.Switch database) {
        this.database = database;
    }

    /** Returns a new person with an account and a profile. */
    Actor person() {
        var person = new Actor(Relations.user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
        account(person, true);
        psql().sql("""
                        INSERT INTO identity.profiles (user_id, display_name, time_zone, locale, created_at, updated_at)
                        VALUES (:id, 'Some Body', 'UTC', 'en', now(), now())""").param("id", person.userId().value()).update();
        return person;
    }

    /** Gives a person an account that is active or not. */
    void account(Actor person, boolean active) {
        psql().sql("""
                        INSERT INTO identity.users (
                            id, email, username, password_hash, first_name, last_name, is_active, metadata, created_at, updated_at
                        )
                        SELECT
                            id, id || '@example.org', right(replace(id::text, '-', ''), 30), repeat('x', 20), 'Some', 'Body', active,
                            '{}', now(), now()
                        FROM (SELECT :id AS id, :active AS active) AS person
                        ON CONFLICT (id) DO UPDATE SET is_active = EXCLUDED.is_active""")
                .param("id", person.userId().value())
                .param("active", active)
                .update();
    }

    /** Returns the only number of a row. */
    long count(String query, Object... parameters) {
        return Objects.requireNonNull(
                psql().sql(query).params(parameters).query(Long.class).single());
    }

    JdbcClient psql() {
        return database.database().psql();
    }
}
