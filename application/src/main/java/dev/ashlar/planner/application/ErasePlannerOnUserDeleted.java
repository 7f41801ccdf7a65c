package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the todos and schedule items of a person who has deleted the account. */
@Component
class ErasePlannerOnUserDeleted {
    private final TrashService trash;

    ErasePlannerOnUserDeleted(TrashService trash) {
        this.trash = trash;
    }

    @AfterCommit("planner.erase-person")
    void on(UserDeleted event) {
        trash.erase(event.userId());
    }
}
