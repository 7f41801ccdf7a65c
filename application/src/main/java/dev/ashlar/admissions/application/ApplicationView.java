// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.Applicant;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.Standing;
import dev.ashlar.admissions.domain.Tuition;
import dev.ashlar.kernel.Flat;
import java.time.Instant;

/** Application as it is read. */
public record ApplicationView(
        ApplicationId id,
        String applicationNo,
        @Flat Applicant applicant,
        @Flat Choice choice,
        @Flat Tuition tuition,
        @Flat Standing standing,
        Instant createdAt,
        int version) {
    /** Creates the view of an application that was just stored; saves reading it back. */
    static ApplicationView of(Application application, int version) {
        return new ApplicationView(
                application.id(),
                application.applicationNo(),
                application.applicant(),
                application.choice(),
                application.tuition(),
                application.standing(),
                application.createdAt(),
                version);
    }
}
