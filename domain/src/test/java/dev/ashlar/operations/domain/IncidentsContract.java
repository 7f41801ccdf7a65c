// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contract of {@link Incidents}. */
public abstract class IncidentsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    protected abstract Incidents incidents();

    @Test
    void storesEveryField() {
        var incident = incident("mail");
        assertThat(incidents().open(List.of(incident))).containsExactly("mail");
        assertThat(incidents().find(incident.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(incident);
        assertThat(incidents().find(incident("mail").id())).isEmpty();
    }

    @Test
    void opensOneForEachComponent() {
        var first = incident("mail");
        var second = incident("mail");
        assertThat(incidents().open(List.of(incident("jobs"), first))).containsExactlyInAnyOrder("mail", "jobs");
        assertThat(incidents().open(List.of(second, incident("events")))).containsExactly("events");
        assertThat(incidents().find(second.id())).isEmpty();
        assertThat(incidents().open(List.of())).isEmpty();
    }

    @Test
    void closesOpenIncidentsOfComponents() {
        var mail = incident("mail");
        var jobs = incident("jobs");
        incidents().open(List.of(mail, jobs));
        assertThat(incidents().closeAll(List.of("mail", "events"), LATER)).containsExactly("mail");
        assertThat(incidents().closeAll(List.of("mail", "events"), LATER)).isEmpty();
        assertThat(incidents().find(mail.id()))
                .hasValueSatisfying(closed -> assertClosed(closed, LATER))
                .hasValueSatisfying(closed -> assertThat(closed.cause()).isEqualTo(mail.cause()));
        assertThat(incidents().find(jobs.id()).orElseThrow().closedAt()).isNull();
        assertThat(incidents().open(List.of(incident("mail")))).containsExactly("mail");
    }

    @Test
    void closesAnIncidentOnce() {
        var mail = incident("mail");
        incidents().open(List.of(mail));
        assertThat(incidents().close(mail.id(), LATER)).isTrue();
        assertThat(incidents().close(mail.id(), LATER.plusSeconds(9))).isFalse();
        assertThat(incidents().find(mail.id())).hasValueSatisfying(closed -> assertClosed(closed, LATER));
        assertThat(incidents().close(incident("mail").id(), LATER)).isFalse();
    }

    /** The clock of the instance that opened them was ahead. */
    @Test
    void closesNoIncidentBeforeItWasOpened() {
        var mail = incident("mail");
        var jobs = incident("jobs");
        incidents().open(List.of(mail, jobs));
        assertThat(incidents().close(mail.id(), NOW.minusSeconds(5))).isTrue();
        assertThat(incidents().closeAll(List.of("jobs"), NOW.minusSeconds(5))).containsExactly("jobs");
        assertThat(incidents().find(mail.id())).hasValueSatisfying(closed -> assertClosed(closed, NOW));
        assertThat(incidents().find(jobs.id())).hasValueSatisfying(closed -> assertClosed(closed, NOW));
    }

    private static void assertClosed(Incident incident, Instant at) {
        assertThat(incident.closedAt()).isEqualTo(at);
        assertThat(incident.updatedAt()).isEqualTo(at);
        assertThat(incident.createdAt()).isEqualTo(NOW);
    }

    private static Incident incident(String component) {
        return Incident.open(new IncidentId(UUID.randomUUID()), component, "It does not answer.", NOW);
    }
}
