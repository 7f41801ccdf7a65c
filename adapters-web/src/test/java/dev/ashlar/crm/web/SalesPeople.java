// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.LeadTagView;
import dev.ashlar.crm.application.LeadView;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.LeadStanding;
import dev.ashlar.crm.domain.LeadStatus;
import dev.ashlar.crm.domain.LeadTagId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Callers of crm, each with an access token of its role, and the views that services return to them. */
@Lazy
class SalesPeople {
    static final Actor STUDENT = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    static final Actor SALES = new Actor(new UserId(Caller.USER), Role.SALES, "mentor");
    static final LeadId LEAD = new LeadId(uuid("d0"));
    static final LeadId OTHER = new LeadId(uuid("d1"));
    static final LeadTagView TAG = new LeadTagView(new LeadTagId(uuid("b0")), "Scholarship");
    static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");

    private final Caller client;

    SalesPeople(Caller client) {
        this.client = client;
    }

    static LeadView lead(LeadStatus status) {
        return lead("Grace Hopper", status);
    }

    static LeadView lead(String name, LeadStatus status) {
        return new LeadView(
                LEAD,
                new LeadContact(name, "grace@example.org", "+4930901820", "+49 30 901820"),
                new LeadOrigin("open-day", "mentor", null, null, null),
                new LeadStanding(status, SALES.userId(), null, null),
                AT,
                3);
    }

    Caller.Answer get(Actor who, String path) {
        return client.get(path, signed(who));
    }

    Caller.Answer send(Actor who, String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, signed(who, headers));
    }

    Caller.Answer post(Actor who, String path, @Nullable String body) {
        return send(who, "POST", path, body);
    }

    private String[] signed(Actor who, String... headers) {
        return Stream.concat(Stream.of("Authorization", client.bearer(who.role())), Stream.of(headers))
                .toArray(String[]::new);
    }

    private static UUID uuid(String end) {
        return UUID.fromString("019a0000-0000-7000-8000-0000000000" + end);
    }
}
