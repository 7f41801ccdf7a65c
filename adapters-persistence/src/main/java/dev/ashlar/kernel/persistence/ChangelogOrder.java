// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.util.Comparator;

/**
 * Order of the changelogs that {@code master.yaml} includes: those of the kernel first, since they make the application's
 * role, then by path. Contexts do not depend on each other's tables.
 */
public final class ChangelogOrder implements Comparator<String> {
    private static final Comparator<String> KERNEL_FIRST = Comparator.<String, Boolean>comparing(
                    path -> !("/" + path).contains("/kernel/"))
            .thenComparing(Comparator.naturalOrder());

    @Override
    public int compare(String one, String other) {
        return KERNEL_FIRST.compare(one, other);
    }
}
