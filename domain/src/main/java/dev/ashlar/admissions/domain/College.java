// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;

/**
 * College that applicants come from. Name and city are unique together, whatever their case.
 *
 * @param active true if applications may name the college
 * @param version number of edits
 */
public record College(CollegeId id, String name, String city, boolean active, Instant createdAt, int version) {
    /** Maximum length of a name. */
    public static final int MAX_NAME = 200;
    /** Maximum length of a city's name. */
    public static final int MAX_CITY = 100;

    public College {
        name = Fields.name("/name", name, MAX_NAME);
        city = Fields.name("/city", city, MAX_CITY);
    }

    /** Creates a college that applications may name. */
    public static College of(CollegeId id, String name, String city, Instant at) {
        return new College(id, name, city, true, at, 0);
    }

    /** Returns this college after an edit. */
    public College with(CollegeEdit edit) {
        return new College(
                id,
                Edits.required("/name", edit.name(), name),
                Edits.required("/city", edit.city(), city),
                Edits.required("/active", edit.active(), active),
                createdAt,
                version);
    }
}
