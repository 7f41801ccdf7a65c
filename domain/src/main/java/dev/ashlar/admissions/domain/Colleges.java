// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All colleges. */
public interface Colleges {
    /** Stores a new college; a taken name in the same city violates a unique constraint. */
    void insert(College college);

    /** Stores those of the colleges that are missing; returns their number. */
    int insertMissing(List<College> colleges);

    /** Finds a college by its key. */
    Optional<College> find(CollegeId id);

    /** Stores an edited college if it still has the expected version; returns false otherwise. */
    boolean edit(College edited, int expectedVersion, Instant at);
}
