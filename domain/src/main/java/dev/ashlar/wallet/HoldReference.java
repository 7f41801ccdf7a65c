// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import java.util.Objects;
import java.util.UUID;

/**
 * Thing of another context that tokens are held for. At most one hold of a reference is held or captured, so a repeated call
 * holds the tokens once.
 *
 * @param type kind of thing in lower case, such as {@code slot}
 * @param id id of the thing in its context
 */
public record HoldReference(String type, UUID id) {
    /** Type of references to slots of mentoring; ledger entries of their captures name the slot. */
    public static final String SLOT = "slot";

    public HoldReference {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
