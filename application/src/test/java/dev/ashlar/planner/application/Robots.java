// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.InMemoryAutomation;
import dev.ashlar.planner.domain.InMemoryCalendarFeeds;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.Todos;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookAnswer.Result;
import dev.ashlar.planner.domain.WebhookCall;
import dev.ashlar.planner.domain.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Services of automation over stores in memory, with webhooks that answer as they are told and a clock that stands still. */
class Robots implements Webhooks {
    final InMemoryAutomation stores = new InMemoryAutomation();
    final Todos todos = mock(Todos.class);
    final ScheduleItems items = mock(ScheduleItems.class);
    final AutomationViews views = mock(AutomationViews.class);
    final KnownPeople people = new KnownPeople();
    final Actor owner = person();
    final Actor stranger = person();
    final List<WebhookCall> calls = new ArrayList<>();
    Result answer = Result.DELIVERED;
    private final IdSource ids = IdSource.timeOrdered();
    private Instant now = Automations.NOW;

    final AutomationJobService jobs =
            new AutomationJobService(stores, stores, views, people, Automations.HOURLY, ids, () -> now);
    final AutomationRunService runs = new AutomationRunService(
            stores, stores, new JobActions(todos, items, ids), Automations.HOURLY, ids, () -> now);
    final AutomationWorkflow workflow = new AutomationWorkflow(runs, jobs, this);
    final PlannerDeactivation deactivation =
            new PlannerDeactivation(stores, stores, new InMemoryCalendarFeeds(), people, () -> now);

    @Override
    public List<WebhookAnswer> deliver(List<WebhookCall> batch) {
        calls.addAll(batch);
        return batch.stream()
                .map(_ -> new WebhookAnswer(
                        answer, Duration.ofMillis(5), answer == Result.DELIVERED ? null : "Status 500"))
                .toList();
    }

    @Override
    public String signingKey(AutomationJobId job) {
        return "whsec_" + job.value();
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    AutomationJob job(AutomationJobId id) {
        return stores.lock(owner.userId(), id).orElseThrow();
    }

    private static Actor person() {
        UserId id = Automations.owner();
        return new Actor(id, Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
