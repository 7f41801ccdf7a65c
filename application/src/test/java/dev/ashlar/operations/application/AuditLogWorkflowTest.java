// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditEntries;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditEntryId;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.application.AuditOrigin;
import dev.ashlar.kernel.application.AuditSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization, and pages of several databases; the content is tested on a real log. */
class AuditLogWorkflowTest {
    private static final Instant START = Instant.parse("2026-02-03T16:05:12Z");
    private static final AuditFilter ALL = AuditFilter.of(null, null, null, null);

    private final Logs logs = new Logs();
    private final AuditLogService service = new AuditLogService(logs);
    private final AuditLogWorkflow workflow = new AuditLogWorkflow(service);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministratorsSearchTheLog(Role role) {
        var actor = actor(role);
        var own = AuditFilter.of(null, actor.userId(), null, null);
        assertRefused(KernelProblem.FORBIDDEN, () -> workflow.list(actor, own, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> service.list(actor, "", own, PageRequest.first()));
    }

    /** The last database is the first one under another name. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void mergesTheEntriesOfAllDatabasesNewestFirst(int limit) {
        var seen = new ArrayList<AuditEntry>();
        @Nullable Cursor after = null;
        do {
            var page = workflow.list(actor(Role.ADMIN), ALL, new PageRequest(limit, after));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).isEqualTo(atMinutes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }

    /** Returns the entries of these minutes, newest first. */
    private static List<AuditEntry> atMinutes(int... minutes) {
        return IntStream.of(minutes)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(minute -> START.plusSeconds(60L * minute))
                .map(at -> new AuditEntry(
                        AuditEntryId.firstAt(at),
                        new AuditSubject("ai.llms", new UUID(0, 1)),
                        new AuditOrigin(null, null, null, "web"),
                        null,
                        "{}",
                        at))
                .toList();
    }

    private static final class Logs implements AuditEntries {
        private final Map<String, List<AuditEntry>> byDatabase = Map.of(
                "", atMinutes(0, 1, 4, 5, 6, 9, 11),
                "ai", atMinutes(2, 3, 7, 8, 10),
                "empty", List.of(),
                "same", atMinutes(0, 1, 4, 5, 6, 9, 11));

        @Override
        public Set<String> databases() {
            return byDatabase.keySet();
        }

        @Override
        public List<AuditEntry> entries(String database, AuditFilter filter, @Nullable UUID after, int limit) {
            return byDatabase.getOrDefault(database, List.of()).stream()
                    .filter(entry -> after == null || entry.id().value().compareTo(after) < 0)
                    .limit(limit)
                    .toList();
        }
    }
}
