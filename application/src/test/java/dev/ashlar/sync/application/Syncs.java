// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.sync.domain.CatalogueAnswer;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueItem;
import dev.ashlar.sync.domain.Catalogues;
import dev.ashlar.sync.domain.InMemoryCatalogueItems;
import dev.ashlar.sync.domain.InMemorySyncRuns;
import dev.ashlar.sync.domain.SampleSync;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Services of sync over stores in memory, with a catalogue of two items a page and a clock that stands still. */
class Syncs implements Catalogues {
    private static final int PAGE = 2;

    final InMemorySyncRuns runs = new InMemorySyncRuns();
    final InMemoryCatalogueItems courses = new InMemoryCatalogueItems();
    final InMemoryCatalogueItems tests = new InMemoryCatalogueItems();
    final SyncRunViews views = mock(SyncRunViews.class);
    final TreeMap<String, CatalogueItem> catalogue = new TreeMap<>();
    final List<String> asked = new ArrayList<>();
    final Actor admin = person(Role.ADMIN);
    final Actor student = person(Role.STUDENT);

    @Nullable
    CatalogueAnswer failure;

    @Nullable
    RuntimeException crash;

    boolean isConfigured = true;
    private final IdSource ids = IdSource.timeOrdered();
    private Instant now = SampleSync.NOW;

    final SyncService sync = new SyncService(runs, views, ids, () -> now);
    final SyncStepService steps = new SyncStepService(runs, new SyncedItems(courses, tests, ids), () -> now);
    final SyncWorkflow workflow = new SyncWorkflow(sync, steps, this);

    @Override
    public boolean isConfigured(SyncSource source) {
        return isConfigured;
    }

    @Override
    public CatalogueAnswer page(SyncSource source, @Nullable String cursor) {
        asked.add(cursor == null ? "first" : cursor);
        if (crash != null) {
            throw crash;
        }
        if (failure != null) {
            return failure;
        }
        var rest = cursor == null ? catalogue : catalogue.tailMap(cursor, false);
        var page = rest.values().stream().limit(PAGE).toList();
        return new CataloguePage(
                page, List.of(), 0, rest.size() > PAGE ? page.getLast().externalId() : null);
    }

    void list(String id, long version) {
        catalogue.put(id, SampleSync.item(id, version));
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Runs one step after the other until none is due. */
    void runAll() {
        while (workflow.step() > 0) {
            // The condition makes the step.
        }
    }

    SyncRun latest() {
        return runs.all().getLast();
    }

    private static Actor person(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
