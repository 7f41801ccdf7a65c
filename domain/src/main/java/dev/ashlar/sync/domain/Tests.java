// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.time.Instant;
import java.util.Collection;

/** Tests of the catalogue {@link SyncSource#MRTEST}. Their keys in the catalogue are unique. */
public interface Tests {
    /**
     * Adds items that are new and replaces older versions. A version that is not newer than the stored one changes nothing.
     *
     * @param items items with different keys
     * @param listedAt start of the run that has found them
     * @return number of tests that were added or replaced
     */
    int upsert(Collection<FoundItem> items, Instant listedAt, Instant now);

    /**
     * Marks tests as listed, and those that were gone as listed again.
     *
     * @param externalIds keys in the catalogue; unknown ones are ignored
     * @param listedAt start of the run that has found them
     */
    void markListed(Collection<String> externalIds, Instant listedAt, Instant now);

    /**
     * Marks up to {@code limit} tests as gone that no run since a time has found.
     *
     * @param listedBefore start of the latest run
     * @return number of tests that were marked
     */
    int markGone(Instant listedBefore, Instant now, int limit);
}
