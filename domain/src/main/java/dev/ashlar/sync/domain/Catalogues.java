// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import org.jspecify.annotations.Nullable;

/** External catalogues. Each call may take {@value #MAX_SECONDS} seconds, so none is made in a transaction. */
public interface Catalogues {
    /** Seconds until a call has ended. */
    int MAX_SECONDS = 30;

    /** True if the source has a server. */
    boolean isConfigured(SyncSource source);

    /**
     * Asks for a page.
     *
     * @param cursor cursor that the page before has named; null for the first page
     * @return the page, or the reason why there is none; a failure of the call is never thrown
     */
    CatalogueAnswer page(SyncSource source, @Nullable String cursor);
}
