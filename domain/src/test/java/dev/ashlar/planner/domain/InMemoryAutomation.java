// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@link AutomationJobs} and {@link AutomationRuns} for tests of one thread. */
public final class InMemoryAutomation implements AutomationJobs, AutomationRuns {
    private final Map<AutomationJobId, AutomationJob> jobs = new LinkedHashMap<>();
    private final Map<AutomationJobId, Instant> deleted = new HashMap<>();
    private final Map<AutomationRunId, AutomationRun> runs = new LinkedHashMap<>();

    @Override
    public int lockCount(UserId owner) {
        return (int) live(job -> job.ownerId().equals(owner)).count();
    }

    @Override
    public void insert(AutomationJob job) {
        jobs.put(job.id(), job);
    }

    @Override
    public Optional<AutomationJob> lock(UserId owner, AutomationJobId id) {
        return live(job -> job.id().equals(id) && job.ownerId().equals(owner)).findFirst();
    }

    @Override
    public Optional<AutomationJob> lockDue(UserId owner, AutomationJobId id, Instant now) {
        return lock(owner, id).filter(job -> isDue(job, now));
    }

    @Override
    public List<DueJob> due(Instant now, int limit) {
        return live(job -> isDue(job, now) && !isOpen(job.ownerId(), job.id()))
                .sorted(Comparator.comparing(job -> String.valueOf(job.state().nextRunAt())))
                .limit(limit)
                .map(job -> new DueJob(job.id(), job.ownerId()))
                .toList();
    }

    @Override
    public boolean update(AutomationJob next, int expectedVersion) {
        var found = lock(next.ownerId(), next.id()).filter(job -> job.version() == expectedVersion);
        found.ifPresent(job -> store(next, next.state(), next.updatedAt(), expectedVersion + 1));
        return found.isPresent();
    }

    @Override
    public void advance(AutomationJob next) {
        lock(next.ownerId(), next.id()).ifPresent(job -> store(job, next.state(), next.updatedAt(), job.version()));
    }

    @Override
    public boolean delete(UserId owner, AutomationJobId id, int expectedVersion, Instant now) {
        var found = lock(owner, id).filter(job -> job.version() == expectedVersion);
        found.ifPresent(job -> {
            store(job, stopped(job), now, expectedVersion + 1);
            deleted.put(id, now);
        });
        return found.isPresent();
    }

    @Override
    public boolean restore(UserId owner, AutomationJobId id, Instant now) {
        var job = jobs.get(id);
        if (job == null || !job.ownerId().equals(owner) || deleted.remove(id) == null) {
            return false;
        }
        store(job, job.state(), now, job.version() + 1);
        return true;
    }

    @Override
    public int purge(Instant deletedBefore, int limit) {
        var old = deleted.entrySet().stream()
                .filter(entry -> entry.getValue().isBefore(deletedBefore))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(this::remove);
        return old.size();
    }

    @Override
    public void pauseAll(UserId owner, Instant now) {
        live(job -> job.ownerId().equals(owner) && job.state().status() == AutomationJobStatus.ACTIVE)
                .toList()
                .forEach(job -> store(job, stopped(job), now, job.version() + 1));
    }

    @Override
    public void erase(UserId owner) {
        jobs.values().stream()
                .filter(job -> job.ownerId().equals(owner))
                .map(AutomationJob::id)
                .toList()
                .forEach(this::remove);
    }

    @Override
    public int erase(UserId owner, int limit) {
        var some = runs.values().stream()
                .filter(run -> run.ownerId().equals(owner))
                .map(AutomationRun::id)
                .limit(limit)
                .toList();
        some.forEach(runs::remove);
        return some.size();
    }

    @Override
    public boolean insert(AutomationRun run) {
        boolean isInTheWay = runs.values().stream()
                .filter(other -> other.jobId().equals(run.jobId()))
                .anyMatch(
                        other -> other.scheduledFor().equals(run.scheduledFor()) || (!other.isOver() && !run.isOver()));
        if (!isInTheWay) {
            runs.put(run.id(), run);
        }
        return !isInTheWay;
    }

    @Override
    public boolean isOpen(UserId owner, AutomationJobId job) {
        return open(run -> run.jobId().equals(job) && run.ownerId().equals(owner))
                .findAny()
                .isPresent();
    }

    @Override
    public List<WebhookCall> claim(Instant now, Instant leaseUntil, int limit) {
        var turns = new HashMap<UserId, Integer>();
        var due = open(run -> !dueAt(run).isAfter(now))
                .sorted(Comparator.comparing(InMemoryAutomation::dueAt))
                .map(run -> Map.entry(turns.merge(run.ownerId(), 1, Integer::sum), run))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .limit(limit)
                .toList();
        due.forEach(run -> store(
                run,
                new RunProgress(
                        RunOutcome.RUNNING,
                        run.progress().attempts() + 1,
                        leaseUntil,
                        run.progress().durationMs(),
                        run.progress().detail())));
        return due.stream()
                .flatMap(run -> lock(run.ownerId(), run.jobId()).stream()
                        .map(job -> new WebhookCall(
                                found(run.id()), job.plan().name(), job.plan().payload())))
                .sorted(Comparator.comparing(call -> call.run().id().value().toString()))
                .toList();
    }

    @Override
    public boolean settle(AutomationRun next, Instant now) {
        var found = open(run -> run.id().equals(next.id())
                        && run.ownerId().equals(next.ownerId())
                        && run.progress().attempts() == next.progress().attempts())
                .findAny();
        found.ifPresent(run -> store(run, next.progress()));
        return found.isPresent();
    }

    @Override
    public void cancel(UserId owner, AutomationJobId job, Instant now) {
        open(run -> run.ownerId().equals(owner) && run.jobId().equals(job))
                .toList()
                .forEach(this::cancelled);
    }

    @Override
    public void cancelAll(UserId owner, Instant now) {
        open(run -> run.ownerId().equals(owner)).toList().forEach(this::cancelled);
    }

    @Override
    public int deleteBefore(Instant bound, int limit) {
        var old = runs.values().stream()
                .filter(run -> run.isOver() && run.scheduledFor().isBefore(bound))
                .sorted(Comparator.comparing(AutomationRun::scheduledFor))
                .limit(limit)
                .toList();
        old.forEach(run -> runs.remove(run.id()));
        return old.size();
    }

    /** Returns the runs of a job in the order of their ticks. */
    public List<AutomationRun> runsOf(AutomationJobId job) {
        return runs.values().stream()
                .filter(run -> run.jobId().equals(job))
                .sorted(Comparator.comparing(AutomationRun::scheduledFor))
                .toList();
    }

    private Stream<AutomationJob> live(Predicate<AutomationJob> wanted) {
        return jobs.values().stream()
                .filter(job -> !deleted.containsKey(job.id()))
                .filter(wanted);
    }

    private Stream<AutomationRun> open(Predicate<AutomationRun> wanted) {
        return runs.values().stream().filter(run -> !run.isOver()).filter(wanted);
    }

    private static boolean isDue(AutomationJob job, Instant now) {
        var next = job.state().nextRunAt();
        return next != null && !next.isAfter(now);
    }

    private static JobState stopped(AutomationJob job) {
        var status = job.state().status();
        return new JobState(
                status == AutomationJobStatus.ACTIVE ? AutomationJobStatus.PAUSED : status,
                null,
                job.state().failures());
    }

    private void store(AutomationJob job, JobState state, Instant at, int version) {
        jobs.put(job.id(), new AutomationJob(job.id(), job.ownerId(), job.plan(), state, job.createdAt(), at, version));
    }

    private void remove(AutomationJobId id) {
        jobs.remove(id);
        deleted.remove(id);
        runs.values().removeIf(run -> run.jobId().equals(id));
    }

    private static Instant dueAt(AutomationRun run) {
        var dueAt = run.progress().dueAt();
        return dueAt == null ? Instant.MAX : dueAt;
    }

    private AutomationRun found(AutomationRunId id) {
        return runs.values().stream()
                .filter(run -> run.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private void cancelled(AutomationRun run) {
        var progress = run.progress();
        store(
                run,
                new RunProgress(
                        RunOutcome.CANCELLED, progress.attempts(), null, progress.durationMs(), progress.detail()));
    }

    private void store(AutomationRun run, RunProgress progress) {
        runs.put(
                run.id(),
                new AutomationRun(
                        run.id(),
                        run.jobId(),
                        run.ownerId(),
                        run.scheduledFor(),
                        run.manual(),
                        progress,
                        run.createdAt()));
    }
}
