package dev.ashlar.publishing.application;

import static java.util.stream.Collectors.toMap;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts people to their articles and comments: one call to identity for a whole page. Part of its caller's transaction. */
@Component
class Authors {
    private final People people;

    Authors(People people) {
        this.people = people;
    }

    /** The profiles of these people; whoever has written something has one. */
    Profiles of(Collection<UserId> ids) {
        return new Profiles(people.profiles(ids.stream().distinct().toList()).stream()
                .collect(toMap(PublicProfile::id, Function.identity())));
    }

    /** Profiles by person. */
    static final class Profiles {
        private final Map<UserId, PublicProfile> byId;

        private Profiles(Map<UserId, PublicProfile> byId) {
            this.byId = byId;
        }

        PersonView person(UserId id, boolean following) {
            return new PersonView(Objects.requireNonNull(byId.get(id), "an author without a profile"), following);
        }
    }
}
