// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.LeadActivities;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with leads, and the history of leads. */
@ApplicationService
public class LeadActivityService {
    private static final String LIST = "crm.activities";

    private final LeadActivities activities;
    private final LeadKeeper keeper;
    private final LeadViews views;
    private final SalesScopes scopes;
    private final IdSource ids;
    private final InstantSource clock;

    LeadActivityService(
            LeadActivities activities,
            LeadKeeper keeper,
            LeadViews views,
            SalesScopes scopes,
            IdSource ids,
            InstantSource clock) {
        this.activities = activities;
        this.keeper = keeper;
        this.views = views;
        this.scopes = scopes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists the activities of a lead and of those that were merged into it, newest first. */
    public Page<LeadActivityView> list(Actor actor, LeadId id, PageRequest page) {
        var scope = scopes.of(actor);
        if (views.lead(scope, id).isEmpty()) {
            throw LeadKeeper.notFound(id);
        }
        var rows = views.activities(scope, id, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, activity -> Cursor.of(LIST, activity.id()));
    }

    /** Reports a contact with a lead. The lead is locked, so that no contact is added to one that is being merged. */
    @Transactional
    public LeadActivityView report(Actor actor, LeadId id, ActivityType type, String note) {
        keeper.lock(scopes.of(actor), id).requireLive();
        var activity =
                LeadActivity.reported(new LeadActivityId(ids.next()), id, type, note, actor.userId(), clock.instant());
        activities.insert(List.of(activity));
        return LeadActivityView.of(activity);
    }
}
