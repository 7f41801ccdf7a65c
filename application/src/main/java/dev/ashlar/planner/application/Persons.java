// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Public profiles, read from identity in one call for each page. Runs in the caller's transaction. */
@Component
class Persons {
    private final People people;

    Persons(People people) {
        this.people = people;
    }

    /** Returns the profiles of these users; unknown ones are left out. */
    Map<UserId, PersonView> byId(Collection<UserId> ids) {
        return people.profiles(ids).stream().map(Persons::view).collect(toMap(PersonView::userId, view -> view));
    }

    /**
     * Locks these accounts until the commit, before any other lock, and returns those that are inactive: what is added for an erased person
     * would stay.
     */
    Set<UserId> lockInactive(Collection<UserId> ids) {
        return people.lockDeactivated(ids);
    }

    /** Returns the profile of a user with whom something is stored, and who is therefore known. */
    static PersonView known(Map<UserId, PersonView> profiles, UserId id) {
        return Objects.requireNonNull(profiles.get(id), "a user without a profile");
    }

    private static PersonView view(PublicProfile profile) {
        return new PersonView(profile.id(), profile.username(), profile.displayName(), profile.avatarUrl());
    }
}
