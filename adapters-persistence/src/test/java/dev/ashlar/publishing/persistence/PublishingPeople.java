package dev.ashlar.publishing.persistence;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;

/** People with accounts, for tests of publishing's services. */
final class PublishingPeople {
    private PublishingPeople() {}

    /** Somebody of this name, which nobody else in the test class has. */
    static Actor somebody(AccountSeeds accounts, String name, Role role) {
        var id = accounts.create(People.registration(name), role, People.PASSWORD_HASH);
        return new Actor(id, role, Actor.DEFAULT_PLATFORM);
    }
}
