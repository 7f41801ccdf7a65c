// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import java.time.Instant;

/**
 * Course that people apply for.
 *
 * @param code business key; unique
 * @param listPrice price without a discount; applications keep the price at which they were created
 * @param version number of edits
 */
public record Course(
        CourseId id, String code, String title, Money listPrice, CourseStatus status, Instant createdAt, int version) {
    /** Maximum length of a code of a course or a batch. */
    public static final int MAX_CODE = 40;
    /** Maximum length of a title. */
    public static final int MAX_TITLE = 200;

    public Course {
        code = Fields.name("/code", code, MAX_CODE);
        title = Fields.name("/title", title, MAX_TITLE);
        Fields.require(listPrice.signum() > 0, "/listPrice", "must be positive");
    }

    /** Creates a course that is offered. */
    public static Course of(CourseId id, String code, String title, Money listPrice, Instant at) {
        return new Course(id, code, title, listPrice, CourseStatus.LIFECYCLE.start(), at, 0);
    }

    /** Returns this course after an edit. The currency stays, because applications and their discounts are in it. */
    public Course with(CourseEdit edit) {
        var price = Edits.required("/listPrice", edit.listPrice(), listPrice);
        Fields.require(
                price.currency().equals(listPrice.currency()),
                "/listPrice/currency",
                "must be " + listPrice.currency());
        var next = Edits.required("/status", edit.status(), status);
        if (next != status) {
            CourseStatus.LIFECYCLE.require(status, next, AdmissionsProblem.ILLEGAL_TRANSITION, "Course " + code);
        }
        return new Course(id, code, Edits.required("/title", edit.title(), title), price, next, createdAt, version);
    }

    /** Returns true if people can apply for the course. */
    public boolean isOffered() {
        return status == CourseStatus.OFFERED;
    }
}
