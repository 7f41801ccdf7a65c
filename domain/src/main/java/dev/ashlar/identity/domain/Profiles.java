package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.util.Optional;

/** How people appear to others; one for each account. */
public interface Profiles {
    void insert(Profile profile);

    Optional<Profile> find(UserId userId);

    /** Stores an edited profile. The caller has won the edit of the account in this transaction. */
    void update(Profile profile);
}
