// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemorySecurityEventsTest extends SecurityEventsContract {
    private final InMemorySecurityEvents events = new InMemorySecurityEvents();

    @Override
    protected SecurityEvents events() {
        return events;
    }
}
