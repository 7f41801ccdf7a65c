// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.sql.expand.Variant;

/**
 * A variant that PostgreSQL refuses to prepare.
 *
 * @param variant the variant
 * @param message PostgreSQL's refusal
 * @param sqlState its code; empty if the driver, or a plan that cannot be read, is the reason
 */
public record Refused(Variant variant, String message, String sqlState) {

    /** Returns the refusal without the place in the text and the choices that led to it. */
    public String reason() {
        return message.replaceAll(" Position: \\d+", "").replace(variant.toString(), "");
    }

    /**
     * True if PostgreSQL cannot even parse it because a collection is empty. Then an empty collection is refused, as it should
     * be: nothing is wrong with the statement, and nothing else is to be said about this variant.
     */
    public boolean isEmptyCollection() {
        return sqlState.equals("42601") && variant.hasEmptyCollection();
    }
}
