package dev.ashlar.identity.domain;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's account. The password's hash is deliberately not part of it (see {@link Credentials}).
 *
 * @param email unique whatever its case; shown as it was given
 * @param username unique whatever its case
 * @param salesHeadId the person's head in sales; null if there is none
 * @param active false once an administrator has switched the account off
 * @param emailVerifiedAt when the person proved to own the address; null until then
 * @param version counts the edits of the account and its profile
 */
public record User(
        UserId id,
        String email,
        String username,
        String firstName,
        String lastName,
        @Nullable String phoneNumber,
        @Nullable LocalDate birthDate,
        Role role,
        UserStage stage,
        @Nullable UserId salesHeadId,
        boolean active,
        @Nullable Instant emailVerifiedAt,
        UserMetadata metadata,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    static final int MAX_NAME = 100;

    /** A newcomer: a student and a lead, whatever the request said. */
    public static User register(UserId id, Registration registration, Instant now) {
        return new User(
                id,
                registration.email(),
                registration.username(),
                registration.firstName(),
                registration.lastName(),
                registration.phoneNumber(),
                Input.birthDate(registration.birthDate(), now),
                Role.STUDENT,
                UserStage.LEAD,
                null,
                true,
                null,
                new UserMetadata(registration.platform()),
                now,
                now,
                0);
    }

    /** The account after an edit of the person's data. */
    public User with(PersonEdit edit, Instant now) {
        return new User(
                id,
                email,
                username,
                Input.text("/firstName", edit.firstName().applyTo(firstName), MAX_NAME),
                Input.text("/lastName", edit.lastName().applyTo(lastName), MAX_NAME),
                Input.phoneNumber(edit.phoneNumber().applyTo(phoneNumber)),
                Input.birthDate(edit.birthDate().applyTo(birthDate), now),
                role,
                stage,
                salesHeadId,
                active,
                emailVerifiedAt,
                metadata,
                createdAt,
                now,
                version);
    }

    /** The account after the person took another email address, which is still to be verified, or another username. */
    public User with(LoginEdit edit, Instant now) {
        var newEmail = Input.email(Input.text("/email", edit.email().applyTo(email), Input.MAX_EMAIL));
        var newUsername = Input.username(Input.text("/username", edit.username().applyTo(username), MAX_NAME));
        return new User(
                id,
                newEmail,
                newUsername,
                firstName,
                lastName,
                phoneNumber,
                birthDate,
                role,
                stage,
                salesHeadId,
                active,
                newEmail.equalsIgnoreCase(email) ? emailVerifiedAt : null,
                metadata,
                createdAt,
                now,
                version);
    }

    /** The account after an administrator's decision. Whether the sales head may be one, {@link Users#edit} decides. */
    public User with(StandingEdit edit, Instant now) {
        return new User(
                id,
                email,
                username,
                firstName,
                lastName,
                phoneNumber,
                birthDate,
                edit.newRole(role),
                edit.newStage(stage),
                edit.salesHeadId().applyTo(salesHeadId),
                active,
                emailVerifiedAt,
                metadata,
                createdAt,
                now,
                version);
    }

    /** Whether the account may be the sales head of others. */
    public boolean mayLead() {
        return active && leads(role);
    }

    /** Whether people of this role may be sales heads. */
    public static boolean leads(Role role) {
        return role == Role.SALES || role == Role.ADMIN;
    }
}
