package dev.ashlar.identity.domain;

class InMemoryAuthEventsTest extends AuthEventsContract {
    private final InMemoryAuthEvents events = new InMemoryAuthEvents();

    @Override
    protected AuthEvents events() {
        return events;
    }
}
