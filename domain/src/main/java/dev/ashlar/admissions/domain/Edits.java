// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;

/** Edits of fields that must not be null. */
final class Edits {
    private Edits() {}

    /** Returns the value of a field after an edit, and refuses null. */
    static <T> T required(String pointer, Change<T> change, T current) {
        var next = change.applyTo(current);
        if (next == null) {
            throw Fields.invalid(pointer, "must not be null");
        }
        return next;
    }
}
