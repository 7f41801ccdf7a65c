package dev.ashlar.kernel;

import java.util.Objects;

/**
 * Authenticated person on whose behalf a use case runs. Application services take it as their first argument and decide with it;
 * nothing below them knows the caller.
 *
 * @param userId the person
 * @param role the person's role when the access token was issued
 * @param platform code of the product the request came through, such as {@code mentor}
 */
public record Actor(UserId userId, Role role, String platform) {
    /** Platform of requests that name none. */
    public static final String DEFAULT_PLATFORM = "mentor";

    public Actor {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(platform, "platform");
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Refuses everyone but administrators with {@link KernelProblem#FORBIDDEN}. */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only an administrator may do this.");
        }
    }
}
