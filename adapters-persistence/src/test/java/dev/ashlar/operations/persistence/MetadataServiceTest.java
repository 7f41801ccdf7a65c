// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.operations.application.MetadataService;
import dev.ashlar.operations.application.MetadataView;
import dev.ashlar.operations.domain.OperationsProblem;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Metadata on real PostgreSQL, and administrators who change it at the same moment. */
@ServiceTest
class MetadataServiceTest {
    private static final int ADMINISTRATORS = 8;

    private final Actor admin = actor(Role.ADMIN);

    @Autowired
    private MetadataService metadata;

    @Test
    void listsEntriesByPagesOldestFirst() {
        var first = added();
        var second = added();
        var page = metadata.list(admin, new PageRequest(1, null));
        while (!page.items().getFirst().equals(first)) {
            page = metadata.list(admin, new PageRequest(1, page.next()));
        }
        assertThat(metadata.list(admin, new PageRequest(1, page.next())).items())
                .containsExactly(second);
    }

    @Test
    void changesAnEntryUnderItsVersion() {
        var added = added();
        var key = added.key();
        int first = added.version();
        assertThat(metadata.replace(admin, key, first, "[true]", "Other.")).satisfies(entry -> {
            assertThat(entry.value()).isEqualTo("[true]");
            assertThat(entry.version()).isEqualTo(first + 1);
            assertThat(metadata.get(admin, key)).isEqualTo(entry);
        });
        assertThat(metadata.replace(admin, key, first + 1, "[ true ]", "Other.").version())
                .as("no change")
                .isEqualTo(first + 1);
        assertRefused(KernelProblem.STALE_VERSION, () -> metadata.replace(admin, key, first, "[true]", "Other."));
        assertRefused(KernelProblem.STALE_VERSION, () -> metadata.replace(admin, key, first, "2", "Other."));
        assertRefused(KernelProblem.STALE_VERSION, () -> metadata.delete(admin, key, first));
        metadata.delete(admin, key, first + 1);
        assertRefused(OperationsProblem.METADATA_NOT_FOUND, () -> metadata.get(admin, key));
        assertRefused(OperationsProblem.METADATA_NOT_FOUND, () -> metadata.get(admin, "NO KEY\0"));
        assertRefused(OperationsProblem.METADATA_NOT_FOUND, () -> metadata.delete(admin, "NO KEY\0", 0));
    }

    @Test
    void refusesTheVersionOfAFormerEntryOfTheKey() {
        var former = added();
        metadata.delete(admin, former.key(), former.version());
        metadata.create(admin, former.key(), "1", "A fact.");
        assertRefused(
                KernelProblem.STALE_VERSION,
                () -> metadata.replace(admin, former.key(), former.version(), "2", "Other."));
        assertRefused(KernelProblem.STALE_VERSION, () -> metadata.delete(admin, former.key(), former.version()));
    }

    @Race(3)
    void oneOfSeveralChangesOfAVersionSucceeds() {
        var added = added();
        var key = added.key();

        var outcomes = Together.run(
                ADMINISTRATORS,
                number -> () -> metadata.replace(admin, key, added.version(), Integer.toString(number), "Other."));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.type()).isEqualTo(KernelProblem.STALE_VERSION)));
        assertThat(metadata.get(admin, key).version()).isEqualTo(added.version() + 1);
    }

    @Race(3)
    void aKeyIsTakenOnce() {
        var key = unique();

        var outcomes = Together.run(ADMINISTRATORS, () -> metadata.create(admin, key, "1", "Taken once."));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome ->
                        assertThat(outcome.failure()).rootCause().hasMessageContaining("uq_system_metadata_key"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesAllButAdministrators(Role role) {
        var other = actor(role);
        var key = added().key();
        assertRefused(KernelProblem.FORBIDDEN, () -> metadata.list(other, PageRequest.first()));
        assertRefused(KernelProblem.FORBIDDEN, () -> metadata.get(other, key));
        assertRefused(KernelProblem.FORBIDDEN, () -> metadata.create(other, unique(), "1", "A fact."));
        assertRefused(KernelProblem.FORBIDDEN, () -> metadata.replace(other, key, 0, "1", "A fact."));
        assertRefused(KernelProblem.FORBIDDEN, () -> metadata.delete(other, key, 0));
    }

    private MetadataView added() {
        return metadata.create(admin, unique(), "{\"a\": 1}", "A fact.");
    }

    private static String unique() {
        return "key-" + UUID.randomUUID();
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId(UUID.randomUUID()), role, Actor.DEFAULT_PLATFORM);
    }
}
