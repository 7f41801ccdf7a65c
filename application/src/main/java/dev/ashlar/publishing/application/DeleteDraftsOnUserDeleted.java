// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Puts drafts and scheduled articles of a deleted user into the trash; published articles stay without the name. */
@Component
class DeleteDraftsOnUserDeleted {
    private final PublishingHousekeeping housekeeping;

    DeleteDraftsOnUserDeleted(PublishingHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** Each batch is a separate transaction, so that a retry continues after the last one that succeeded. */
    @AfterCommit("publishing.delete-drafts")
    void on(UserDeleted event) {
        int deleted;
        do {
            deleted = housekeeping.deleteUnpublishedOf(event.userId());
        } while (deleted > 0);
    }
}
