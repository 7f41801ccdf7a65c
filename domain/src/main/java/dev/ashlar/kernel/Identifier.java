// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.UUID;

/**
 * Typed key. Each aggregate has a separate type, so that a slot's id is never taken for a user's. The value is a UUIDv7 from {@link
 * IdSource}. Implementations are records with exactly this component; type handlers and the JSON mapping rely on that.
 */
public interface Identifier {
    /** Returns the key as the database stores it. */
    UUID value();
}
