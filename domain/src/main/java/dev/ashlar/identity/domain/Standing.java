// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a user that only administrators decide.
 *
 * @param salesHeadId head of the user in sales; null if there is none
 * @param active false once an administrator has deactivated the user
 */
public record Standing(Role role, UserStage stage, @Nullable UserId salesHeadId, boolean active) {
    /** Standing of every new user, whatever the request said. */
    static final Standing NEWCOMER = new Standing(Role.STUDENT, UserStage.LEAD, null, true);

    /** Returns the standing after an edit. {@link Users#edit} decides if the sales head may be one. */
    Standing with(Edit edit) {
        return new Standing(
                required("/role", edit.role().applyTo(role)),
                required("/stage", edit.stage().applyTo(stage)),
                edit.salesHeadId().applyTo(salesHeadId),
                active);
    }

    /** True if the user may be the sales head of others. */
    public boolean mayLead() {
        return active && leads(role);
    }

    /** True if users of this role may be sales heads. */
    public static boolean leads(Role role) {
        return role == Role.SALES || role == Role.ADMIN;
    }

    private static <T> T required(String pointer, @Nullable T value) {
        if (value == null) {
            throw Fields.invalid(pointer, "must not be null");
        }
        return value;
    }

    /** Changes that an administrator makes to a user's standing. */
    public record Edit(Change<Role> role, Change<UserStage> stage, Change<UserId> salesHeadId) {}
}
