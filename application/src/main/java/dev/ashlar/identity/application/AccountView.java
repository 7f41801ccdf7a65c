package dev.ashlar.identity.application;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account with its profile, as the person and administrators see it.
 *
 * @param active false once an administrator has switched the account off
 * @param emailVerifiedAt when the person proved to own the address; null until then
 * @param version what an edit must name
 */
public record AccountView(
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
        String displayName,
        @Nullable String bio,
        @Nullable String avatarUrl,
        String timeZone,
        String locale,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
