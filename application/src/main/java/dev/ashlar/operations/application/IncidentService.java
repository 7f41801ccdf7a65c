// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.operations.domain.Incident;
import dev.ashlar.operations.domain.IncidentId;
import dev.ashlar.operations.domain.Incidents;
import dev.ashlar.operations.domain.OperationsProblem;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Incidents: administrators see and close them, and events of other contexts open them. */
@ApplicationService
public class IncidentService {
    private static final String LIST = "operations.incidents";

    private final Incidents incidents;
    private final HealthViews views;
    private final IdSource ids;
    private final InstantSource clock;

    IncidentService(Incidents incidents, HealthViews views, IdSource ids, InstantSource clock) {
        this.incidents = incidents;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns incidents, latest first.
     *
     * @param open true for open ones, false for closed ones, null for all
     */
    public Page<IncidentView> list(Actor actor, @Nullable Boolean open, PageRequest page) {
        actor.requireAdmin();
        var rows = views.incidents(open, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Closes an incident; a closed one stays as it is. If the component still fails, the next check opens another one. */
    @Transactional
    public IncidentView close(Actor actor, IncidentId id) {
        actor.requireAdmin();
        incidents.close(id, clock.instant());
        return incidents
                .find(id)
                .map(IncidentView::of)
                .orElseThrow(() -> OperationsProblem.INCIDENT_NOT_FOUND.because(
                        "No incident has the id " + id.value() + ". List the incidents to find it."));
    }

    /** Opens an incident of a component, unless it has an open one. */
    @Transactional
    public void open(String component, String cause) {
        incidents.open(List.of(Incident.open(new IncidentId(ids.next()), component, cause, clock.instant())));
    }
}
