// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Colleges} for tests of one thread. */
final class InMemoryColleges implements Colleges {
    private final Map<CollegeId, College> colleges = new LinkedHashMap<>();

    List<College> all() {
        return List.copyOf(colleges.values());
    }

    @Override
    public void insert(College college) {
        colleges.put(college.id(), college);
    }

    @Override
    public int insertMissing(List<College> wanted) {
        int before = colleges.size();
        for (var college : wanted) {
            if (all().stream().noneMatch(known -> isSame(known, college))) {
                insert(college);
            }
        }
        return colleges.size() - before;
    }

    @Override
    public Optional<College> find(CollegeId id) {
        return Optional.ofNullable(colleges.get(id));
    }

    @Override
    public boolean edit(College edited, int expectedVersion, Instant at) {
        boolean unchanged = find(edited.id())
                .filter(college -> college.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            insert(new College(
                    edited.id(),
                    edited.name(),
                    edited.city(),
                    edited.active(),
                    edited.createdAt(),
                    expectedVersion + 1));
        }
        return unchanged;
    }

    private static boolean isSame(College one, College other) {
        return one.name().equalsIgnoreCase(other.name()) && one.city().equalsIgnoreCase(other.city());
    }
}
