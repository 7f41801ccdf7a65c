package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the projects, friendships and calendar feeds of a person who has deleted the account. */
@Component
class EraseRelationsOnUserDeleted {
    private final RelationErasure erasure;

    EraseRelationsOnUserDeleted(RelationErasure erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("planner.erase-relations")
    void on(UserDeleted event) {
        erasure.erase(event.userId());
    }
}
