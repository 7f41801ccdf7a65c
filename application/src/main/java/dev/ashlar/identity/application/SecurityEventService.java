// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.SecurityEvent;
import dev.ashlar.identity.domain.SecurityEvents;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Lists and purge of the security log, and recording of refusals, each in a new transaction. */
@ApplicationService
public class SecurityEventService {
    private static final String LIST = "identity.security-events";
    private static final int BATCH = 1000;

    private final SecurityTrail trail;
    private final SecurityEvents events;
    private final SecurityEventViews views;
    private final InstantSource clock;

    SecurityEventService(SecurityTrail trail, SecurityEvents events, SecurityEventViews views, InstantSource clock) {
        this.trail = trail;
        this.events = events;
        this.views = views;
        this.clock = clock;
    }

    /** Returns the events of the actor's account, newest first. */
    public Page<SecurityEventView> listOwn(Actor actor, PageRequest page) {
        return page(new SecurityEventFilter(actor.userId(), null), page);
    }

    /** Returns the events of all accounts, newest first. */
    public Page<SecurityEventView> list(Actor actor, SecurityEventFilter filter, PageRequest page) {
        actor.requireAdmin();
        return page(filter, page);
    }

    @Transactional
    public void recordRefusal(@Nullable UserId caller, String detail) {
        trail.recordRefusal(caller, detail);
    }

    /** Deletes events past their retention. Returns the number of rows. */
    @Job(name = "identity.forget-security-events", every = "1h")
    @Transactional
    public int forget() {
        return events.deleteBefore(clock.instant().minus(SecurityEvent.RETENTION), BATCH);
    }

    private Page<SecurityEventView> page(SecurityEventFilter filter, PageRequest page) {
        var rows = views.events(filter, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }
}
