// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;

/** Users with accounts, for tests of publishing's services. */
final class PublishingPeople {
    private PublishingPeople() {}

    /** Creates a user of this name, which must be unique in the test class. */
    static Actor user(AccountSeeds accounts, String name, Role role) {
        var id = accounts.create(People.registration(name), role, People.PASSWORD_HASH);
        return new Actor(id, role, Actor.DEFAULT_PLATFORM);
    }
}
