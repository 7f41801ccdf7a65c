// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * Account of a person. The password's hash is deliberately not part of it (see {@link Credentials}).
 *
 * @param version number of edits of the account and its profile
 */
public record User(
        UserId id,
        Login login,
        Person person,
        Standing standing,
        UserMetadata metadata,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Creates the account of a new user. */
    public static User register(UserId id, Registration registration, Instant now) {
        return new User(
                id,
                Login.unverified(registration.email(), registration.username()),
                registration.person().bornBefore(now),
                Standing.NEWCOMER,
                new UserMetadata(registration.platform()),
                now,
                now,
                0);
    }

    /** Returns the account after an edit of personal data. */
    public User with(Person.Edit edit, Instant now) {
        return new User(id, login, person.with(edit, now), standing, metadata, createdAt, now, version);
    }

    /** Returns the account after a change of email address or username. */
    public User with(Login.Edit edit, Instant now) {
        return new User(id, login.with(edit), person, standing, metadata, createdAt, now, version);
    }

    /** Returns the account after an administrator's decision. */
    public User with(Standing.Edit edit, Instant now) {
        return new User(id, login, person, standing.with(edit), metadata, createdAt, now, version);
    }

    /** Returns the account once its user has followed the mail that verifies an address. */
    public User confirmed(Instant now) {
        return new User(id, login.confirmed(now), person, standing, metadata, createdAt, now, version);
    }

    /** Returns the account once its user has followed the mail that resets the password. */
    public User recovered(Instant now) {
        return new User(id, login.recovered(now), person, standing, metadata, createdAt, now, version);
    }

    /** Returns the account without anything that tells whose it was. Address and username become free for others. */
    public User erased(Instant now) {
        return new User(
                id,
                Login.erased(id),
                Person.of("Deleted", "user", null, null),
                new Standing(standing.role(), standing.stage(), null, false),
                metadata,
                createdAt,
                now,
                version);
    }

    /** True if the user has deleted the account. */
    public boolean isErased() {
        return login.equals(Login.erased(id));
    }

    public String email() {
        return login.email();
    }

    public Role role() {
        return standing.role();
    }

    public boolean active() {
        return standing.active();
    }
}
