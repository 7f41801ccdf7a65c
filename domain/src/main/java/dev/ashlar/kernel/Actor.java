// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.Objects;

/**
 * Authenticated person on whose behalf a use case runs. Application services take it as their first argument and decide with it;
 * nothing below them knows the caller.
 *
 * @param userId the person
 * @param role the person's role when the access token was issued
 * @param platform code of the product the request came through, such as {@code mentor}
 * @param lacksSecondFactor true for an administrator without the second factor that the settings demand for administration
 * @param lacksVerifiedEmail true if the person's email address was not verified when the access token was issued
 */
public record Actor(UserId userId, Role role, String platform, boolean lacksSecondFactor, boolean lacksVerifiedEmail) {
    /** Platform of requests that name none. */
    public static final String DEFAULT_PLATFORM = "mentor";

    public Actor {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(platform, "platform");
    }

    /** Creates an actor who may do all that the role allows. */
    public Actor(UserId userId, Role role, String platform) {
        this(userId, role, platform, false, false);
    }

    /** True if the person may use the rights of an administrator now. */
    public boolean isAdmin() {
        return role == Role.ADMIN && !lacksSecondFactor;
    }

    /** Refuses everyone but administrators with {@link KernelProblem#FORBIDDEN}. */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw KernelProblem.FORBIDDEN.because(
                    role == Role.ADMIN
                            ? "Administration needs a second factor. Enroll one with POST /api/v1/me/second-factor."
                            : "Only an administrator may do this.");
        }
    }

    /** Refuses a person who has not proven to own an email address with {@link KernelProblem#FORBIDDEN}. */
    public void requireVerifiedEmail() {
        if (lacksVerifiedEmail) {
            throw KernelProblem.FORBIDDEN.because(
                    "Your email address is not verified. Open the link that was mailed to you, then log in again.");
        }
    }
}
