package dev.ashlar.kernel;

import java.util.UUID;

/**
 * A typed key: each aggregate has a record of its own that implements this, so that a slot's id never passes for a
 * user's. The value is a UUIDv7 from {@link IdSource}; implementations are records with exactly this one component, which
 * is what the type handlers and the JSON mapping rely on.
 */
public interface Identifier {
    /** The key as the database stores it. */
    UUID value();
}
