// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.CollegeId;

/** College as it is read. */
public record CollegeView(CollegeId id, String name, String city, boolean active, int version) {
    /** Creates the view of a college that was just stored; saves reading it back. */
    static CollegeView of(College college, int version) {
        return new CollegeView(college.id(), college.name(), college.city(), college.active(), version);
    }
}
