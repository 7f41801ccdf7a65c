// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Gives up the seats of a user who has deleted the account, and erases the colleges. */
@Component
class EraseApplicantOnUserDeleted {
    private final ApplicantErasure erasure;

    EraseApplicantOnUserDeleted(ApplicantErasure erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("admissions.erase-person")
    void on(UserDeleted event) {
        erasure.erase(event.userId());
    }
}
