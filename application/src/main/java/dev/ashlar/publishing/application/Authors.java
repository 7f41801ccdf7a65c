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

/** Profiles of authors, read from identity in one call for each page. Runs in the caller's transaction. */
@Component
class Authors {
    private final People people;

    Authors(People people) {
        this.people = people;
    }

    /** Returns the profiles of these authors; every author has one. */
    Profiles of(Collection<UserId> ids) {
        return new Profiles(people.profiles(ids.stream().distinct().toList()).stream()
                .collect(toMap(PublicProfile::id, Function.identity())));
    }

    /** Profiles by user. */
    static final class Profiles {
        private final Map<UserId, PublicProfile> byId;

        private Profiles(Map<UserId, PublicProfile> byId) {
            this.byId = byId;
        }

        AuthorView view(UserId id, boolean following) {
            return new AuthorView(Objects.requireNonNull(byId.get(id), "an author without a profile"), following);
        }
    }
}
