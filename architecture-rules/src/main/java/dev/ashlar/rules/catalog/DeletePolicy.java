// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fate of a table's rows that are no longer wanted: the sentence {@code Delete policy: soft.} in its comment.
 *
 * {@snippet :
 * boolean mayGo = table.deletes(DeletePolicy.HARD);
 * }
 */
public enum DeletePolicy {
    /** They stay and carry {@code deleted_at}; no read sees them. */
    SOFT,
    /** They stay, and a status says what became of them. */
    STATUS,
    /** They are never changed and never removed. */
    APPEND_ONLY,
    /** They are removed. */
    HARD;

    private static final Pattern DECLARATION = Pattern.compile("\\bDelete policy: (soft|status|append-only|hard)\\.");

    /** Returns the policy that a table's comment declares. */
    static Optional<DeletePolicy> in(String comment) {
        var declaration = DECLARATION.matcher(comment);
        return declaration.find()
                ? Optional.of(valueOf(declaration.group(1).replace('-', '_').toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** As comments write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
