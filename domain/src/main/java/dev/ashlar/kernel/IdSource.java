// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Source of new keys. It is injected, so that a test can choose the keys. */
@FunctionalInterface
public interface IdSource {
    /** Returns the next key, later in order than all earlier keys of this source. */
    UUID next();

    /** Returns a source of UUIDv7 (RFC 9562), which are ordered by time, so that new rows go to the end of an index. */
    static IdSource timeOrdered() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
