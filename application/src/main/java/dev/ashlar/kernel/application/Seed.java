// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.List;

/**
 * Rows that a context comes with. Seeds run in the order of their {@link org.springframework.core.annotation.Order}, and may
 * run at every start: a seed adds what is missing and leaves what is there.
 */
public interface Seed {
    /** Names the rows, as in {@code platforms}. */
    String name();

    /** Adds the missing rows. */
    void run();

    /** True if the rows are for trying Ashlar out; reference data otherwise. */
    default boolean isDemo() {
        return false;
    }

    /** Lines that the startup report shows where the rows are. */
    default List<String> report() {
        return List.of();
    }
}
