// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.KernelProblem;

/**
 * Page request of the RealWorld API. PostgreSQL reads and discards the rows before the offset, so these lists end after {@value #REACH}
 * rows and counts stop there. Lists paged by cursor have no such end.
 *
 * @param limit number of rows, 1 to {@value #MAX_LIMIT}
 * @param offset number of rows to skip, 0 or more
 */
public record OffsetPage(int limit, int offset) {
    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;
    /** Number of rows at which lists paged by offset end. */
    public static final int REACH = 10_000;

    public OffsetPage {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw refused("limit", "must be from 1 to " + MAX_LIMIT);
        }
        if (offset < 0) {
            throw refused("offset", "must not be negative");
        }
    }

    /** Returns the number of rows that this page can have: 0 beyond the last page. */
    int rows() {
        return Math.clamp((long) REACH - offset, 0, limit);
    }

    private static RuntimeException refused(String name, String message) {
        return KernelProblem.INVALID_REQUEST
                .because("The parameter " + name + " " + message + ".")
                .at(name, message);
    }
}
