// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases what AI knows of a user who has deleted the account. */
@Component
class EraseAiOnUserDeleted {
    private final AiErasure erasure;

    EraseAiOnUserDeleted(AiErasure erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("ai.erase-person")
    void on(UserDeleted event) {
        erasure.erase(event.userId());
    }
}
