package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;

/** People for tests. */
public final class People {
    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    public static final String PASSWORD_HASH = "hash of correct horse battery";
    private static final IdSource IDS = IdSource.timeOrdered();

    private People() {}

    /** What somebody of this name says when joining; every field is set. */
    public static Registration registration(String name) {
        return new Registration(
                name + "@example.org",
                name,
                "First " + name,
                "Last " + name,
                "+49 30 901820",
                LocalDate.of(1990, 5, 17),
                "Europe/Berlin",
                "de-DE",
                "mentor");
    }

    /** A newcomer of this name. */
    public static User student(String name) {
        return User.register(newId(), registration(name), NOW);
    }

    /** Somebody of this name with another role. */
    public static User person(String name, Role role) {
        return student(name).with(new StandingEdit(Change.to(role), Change.keep(), Change.keep()), NOW);
    }

    public static UserId newId() {
        return new UserId(IDS.next());
    }

    /** An edit that gives a person this sales head. */
    public static StandingEdit ledBy(User head) {
        return new StandingEdit(Change.keep(), Change.keep(), Change.to(head.id()));
    }

    /** An edit that gives a person this role. */
    public static StandingEdit role(Role role) {
        return new StandingEdit(Change.to(role), Change.keep(), Change.keep());
    }
}
