package dev.ashlar.identity.domain;

import dev.ashlar.identity.UserStage;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;

/** What only an administrator decides about a person. */
public record StandingEdit(Change<Role> role, Change<UserStage> stage, Change<UserId> salesHeadId) {
    Role newRole(Role current) {
        var next = role.applyTo(current);
        if (next == null) {
            throw Input.invalid("/role", "must not be null");
        }
        return next;
    }

    UserStage newStage(UserStage current) {
        var next = stage.applyTo(current);
        if (next == null) {
            throw Input.invalid("/stage", "must not be null");
        }
        return next;
    }
}
