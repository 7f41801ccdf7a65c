// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

class InMemoryAuthEventsTest extends AuthEventsContract {
    private final InMemoryAuthEvents events = new InMemoryAuthEvents();

    @Override
    protected AuthEvents events() {
        return events;
    }
}
