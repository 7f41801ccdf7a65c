// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Source of new keys. It is injected, so that a test can choose the keys. */
@FunctionalInterface
public interface IdSource {
    /** Number of first versions: half of those that an ETag may have, so that edits have the other half. */
    int FIRST_VERSIONS = 500_000_000;

    /** Returns the next key, later in order than all earlier keys of this source. */
    UUID next();

    /**
     * Returns a first version for a row whose natural key may have had another row before, which was deleted. It is taken from the random
     * bits of a key, so that no version of the earlier row matches it: a client that has read that one neither changes this one nor takes it
     * for unchanged.
     */
    default int nextVersion() {
        return Math.floorMod(next().getLeastSignificantBits(), FIRST_VERSIONS);
    }

    /** Returns a source of UUIDv7 (RFC 9562), which are ordered by time, so that new rows go to the end of an index. */
    static IdSource timeOrdered() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
