// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.ProfileChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Copies a new, edited or erased profile in the transaction of the change, so that it shows in lists at once. */
@Component
class CopyProfileOnProfileChanged {
    private final ProfileCopyService copies;

    CopyProfileOnProfileChanged(ProfileCopyService copies) {
        this.copies = copies;
    }

    @EventListener
    void on(ProfileChanged event) {
        copies.copy(event.changed(), event.at());
    }
}
