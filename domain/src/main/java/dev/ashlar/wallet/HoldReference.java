package dev.ashlar.wallet;

import java.util.Objects;
import java.util.UUID;

/**
 * What tokens are set aside for, in the words of the context that asks. At most one hold that is held or captured exists
 * for a reference, so asking twice sets aside once.
 *
 * @param type kind of thing in lower case, as in {@code slot}
 * @param id the thing in its own context
 */
public record HoldReference(String type, UUID id) {
    /** The type of references to slots of mentoring; their captures name the slot in the ledger. */
    public static final String SLOT = "slot";

    public HoldReference {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
