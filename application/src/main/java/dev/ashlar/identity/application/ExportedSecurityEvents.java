// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Security events of a person's account. */
@Component
class ExportedSecurityEvents implements PersonalData {
    private final SecurityEventService events;

    ExportedSecurityEvents(SecurityEventService events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "securityEvents";
    }

    @Override
    public Page<SecurityEventView> page(Actor owner, PageRequest request) {
        return events.listOwn(owner, request);
    }
}
