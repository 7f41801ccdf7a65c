// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.util.Optional;

/** Profiles of all users, one for each account. */
public interface Profiles {
    void insert(Profile profile);

    Optional<Profile> find(UserId userId);

    /** Stores an edited profile. The caller has edited the account in the same transaction. */
    void update(Profile profile);
}
