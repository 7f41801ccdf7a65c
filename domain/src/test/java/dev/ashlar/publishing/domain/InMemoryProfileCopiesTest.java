// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import java.util.Optional;

class InMemoryProfileCopiesTest extends ProfileCopiesContract {
    private final InMemoryProfileCopies copies = new InMemoryProfileCopies();

    @Override
    protected ProfileCopies copies() {
        return copies;
    }

    @Override
    protected Optional<VersionedProfile> stored(UserId user) {
        return copies.find(user);
    }
}
