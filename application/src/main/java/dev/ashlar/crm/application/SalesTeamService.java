// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.SalesHead;
import dev.ashlar.crm.domain.SalesHeads;
import dev.ashlar.identity.Contacts;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Appointment of heads of sales teams by administrators. Members of a team are set in identity, by the head of each. */
@ApplicationService
public class SalesTeamService {
    private final SalesHeads heads;
    private final Contacts contacts;
    private final InstantSource clock;

    SalesTeamService(SalesHeads heads, Contacts contacts, InstantSource clock) {
        this.heads = heads;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Makes a sales person a head of a team; a head of another team changes to this one. */
    @Transactional
    public SalesHead appoint(Actor actor, UserId person, String team) {
        actor.requireAdmin();
        if (contacts.salesPeople(List.of(person)).isEmpty()) {
            throw CrmProblem.OWNER_NOT_FOUND.because(
                    "User " + person.value() + " is no active sales person. Choose another one.");
        }
        var head = new SalesHead(person, team);
        heads.appoint(head, clock.instant());
        return head;
    }

    /** Ends the rights of a head, who sees own leads only from now on. */
    @Transactional
    public void dismiss(Actor actor, UserId person) {
        actor.requireAdmin();
        if (!heads.dismiss(person, clock.instant())) {
            throw CrmProblem.SALES_HEAD_NOT_FOUND.because("User " + person.value() + " is no head of a sales team.");
        }
    }
}
