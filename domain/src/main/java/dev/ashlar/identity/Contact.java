// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Name and addresses of a user, for those who follow the user up.
 *
 * @param verifiedEmail address that the user has proved to own; null until then, because it may be that of another person
 * @param phoneNumber as the user wrote it; null if not given
 * @param salesHeadId active sales person in charge of the user; null without one
 */
public record Contact(
        UserId id,
        String firstName,
        String lastName,
        @Nullable String verifiedEmail,
        @Nullable String phoneNumber,
        @Nullable UserId salesHeadId) {}
