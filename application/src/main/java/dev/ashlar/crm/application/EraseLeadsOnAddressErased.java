// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.identity.AddressErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases the leads that have the address of a user who deletes the account, and do not know the account. */
@Component
class EraseLeadsOnAddressErased {
    private final LeadErasureService erasure;

    EraseLeadsOnAddressErased(LeadErasureService erasure) {
        this.erasure = erasure;
    }

    @EventListener
    void on(AddressErased event) {
        erasure.eraseAddress(event.userId(), event.email(), event.at());
    }
}
