// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;

/** Users for tests. */
public final class People {
    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    public static final String PASSWORD_HASH = "hash of correct horse battery";
    private static final IdSource IDS = IdSource.timeOrdered();

    private People() {}

    /** Returns a registration with every field set. */
    public static Registration registration(String name) {
        return new Registration(
                name + "@example.org",
                name,
                Person.of("First " + name, "Last " + name, "+49 30 901820", LocalDate.of(1990, 5, 17)),
                "Europe/Berlin",
                "de-DE",
                "mentor");
    }

    /** Returns a new user of this name. */
    public static User student(String name) {
        return User.register(newId(), registration(name), NOW);
    }

    /** Returns a user of this name with another role. */
    public static User person(String name, Role role) {
        return student(name).with(role(role), NOW);
    }

    /** Returns an edit of personal data that changes nothing. */
    public static Person.Edit noEdit() {
        return new Person.Edit(Change.keep(), Change.keep(), Change.keep(), Change.keep());
    }

    public static UserId newId() {
        return new UserId(IDS.next());
    }

    /** Returns an edit that gives a user this sales head. */
    public static Standing.Edit ledBy(User head) {
        return new Standing.Edit(Change.keep(), Change.keep(), Change.to(head.id()));
    }

    /** Returns an edit that gives a user this role. */
    public static Standing.Edit role(Role role) {
        return new Standing.Edit(Change.to(role), Change.keep(), Change.keep());
    }
}
