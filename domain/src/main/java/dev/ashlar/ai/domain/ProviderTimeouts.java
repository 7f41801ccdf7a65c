// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;

/**
 * Longest waits for a provider, in milliseconds.
 *
 * @param connectMs until the connection is made
 * @param firstByteMs from the request to the first byte of the answer
 * @param idleMs between two bytes of the answer
 */
public record ProviderTimeouts(int connectMs, int firstByteMs, int idleMs) {
    public static final int MIN = 100;
    public static final int MAX_CONNECT = 30_000;
    /** Ten minutes: models that reason may think for long. */
    public static final int MAX = 600_000;

    /** Waits of a provider that names none. */
    public static final ProviderTimeouts DEFAULT = new ProviderTimeouts(3_000, 60_000, 30_000);

    public ProviderTimeouts {
        Fields.within("/settings/timeouts/connectMs", connectMs, MIN, MAX_CONNECT);
        Fields.within("/settings/timeouts/firstByteMs", firstByteMs, MIN, MAX);
        Fields.within("/settings/timeouts/idleMs", idleMs, MIN, MAX);
    }
}
