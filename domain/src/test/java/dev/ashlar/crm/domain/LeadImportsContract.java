// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.Prospects.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link LeadImports}. */
public abstract class LeadImportsContract {
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final UserId owner = Prospects.user();

    /** Returns the ports under test. */
    protected abstract ImportStores stores();

    @Test
    void storesAnImportWithItsRows() {
        var added = SampleImports.of(owner);
        assertThat(imports().insert(added)).isTrue();
        var good = SampleImports.row(1, "ada@example.com", "+4930123456");
        imports().insertRows(added.id(), List.of(good, SampleImports.broken(2)), NOW);

        assertThat(imports().start(PLATFORM, owner, added.id(), NOW))
                .as("before all is stored")
                .isFalse();
        assertThat(imports().complete(added.id(), SampleImports.HASH, NOW)).isTrue();
        assertThat(imports().complete(added.id(), SampleImports.HASH, NOW)).isFalse();

        assertThat(imports().lock(added.id())).as("before the start").isEmpty();
        assertThat(imports().start(PLATFORM, owner, added.id(), NOW)).isTrue();
        var locked = imports().lock(added.id()).orElseThrow();
        assertThat(locked.file()).isEqualTo(new ImportFile("fair.csv", ImportFormat.CSV, SampleImports.HASH));
        assertThat(locked.rights()).isEqualTo(added.rights());
        assertThat(locked.status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(locked.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 1));
        assertThat(locked.createdAt()).isEqualTo(NOW);
        assertThat(imports().waiting(added.id(), 9)).containsExactly(good);
    }

    @Test
    void storesAnImportOfAnAdministrator() {
        var rights = new ImportRights(PLATFORM, owner, null);
        var added = LeadImport.of(new LeadImportId(Prospects.id()), SampleImports.file(), rights, NOW);
        imports().insert(added);
        assertThat(imports().complete(added.id(), SampleImports.HASH, NOW))
                .as("without rows")
                .isFalse();
        imports().insertRows(added.id(), SampleImports.rows(1), NOW);
        imports().complete(added.id(), SampleImports.HASH, NOW);
        imports().start(PLATFORM, owner, added.id(), NOW);

        assertThat(imports().lock(added.id()))
                .get()
                .extracting(LeadImport::rights)
                .isEqualTo(rights);
    }

    @Test
    void startsImportsOfTheirOwnersOnly() {
        var id = stored(3);

        assertThat(imports().start(PLATFORM, Prospects.user(), id, NOW)).isFalse();
        assertThat(imports().start("mentor", owner, id, NOW)).isFalse();
        assertThat(imports().start(PLATFORM, owner, new LeadImportId(Prospects.id()), NOW))
                .isFalse();
        assertThat(imports().start(PLATFORM, owner, id, NOW)).isTrue();
        assertThat(imports().start(PLATFORM, owner, id, NOW)).as("again").isFalse();
    }

    @Test
    void refusesMoreImportsThanAPersonMayHaveOpen() {
        for (int number = 0; number < LeadImport.MAX_OPEN; number++) {
            assertThat(imports().insert(SampleImports.of(owner))).isTrue();
        }

        assertThat(imports().insert(SampleImports.of(owner))).isFalse();
        assertThat(imports().insert(SampleImports.of(Prospects.user()))).isTrue();
        var elsewhere = new ImportRights("mentor", owner, owner);
        assertThat(imports()
                        .insert(LeadImport.of(new LeadImportId(Prospects.id()), SampleImports.file(), elsewhere, NOW)))
                .isTrue();
    }

    @Test
    void finishedImportsAreNotOpen() {
        for (int number = 0; number < LeadImport.MAX_OPEN + 1; number++) {
            var id = running(1, NOW);
            var results = List.of(new RowResult(1, RowOutcome.CREATED, null));
            imports().settleRows(id, results, NOW);
            imports().settle(imports().lock(id).orElseThrow().advanced(results, true), NOW);
        }
        assertThat(imports().next()).isEmpty();
    }

    @Test
    void goesOnWithTheFirstRowWithoutAResult() {
        var id = running(5, NOW);
        var results = List.of(
                new RowResult(1, RowOutcome.CREATED, null),
                new RowResult(2, RowOutcome.REFUSED, RowProblems.of("email", "is wrong")));
        imports().settleRows(id, results, LATER);
        imports().settle(imports().lock(id).orElseThrow().advanced(results, false), LATER);

        assertThat(imports().waiting(id, 2)).extracting(ImportedRow::number).containsExactly(3, 4);
        assertThat(imports().lock(id)).get().extracting(LeadImport::counts).isEqualTo(new ImportCounts(5, 1, 0, 0, 1));
    }

    @Test
    void endsWithTheLastRow() {
        var id = running(1, NOW);
        var results = List.of(new RowResult(1, RowOutcome.SKIPPED, null));
        imports().settleRows(id, results, LATER);
        imports().settle(imports().lock(id).orElseThrow().advanced(results, true), LATER);

        assertThat(imports().lock(id)).isEmpty();
        assertThat(imports().waiting(id, 9)).isEmpty();
        assertThat(imports().start(PLATFORM, owner, id, LATER)).as("again").isFalse();
    }

    @Test
    void runsInTurns() {
        var first = running(2, NOW);
        var second = running(2, NOW.plusSeconds(1));
        assertThat(imports().next()).contains(first);

        imports().settle(imports().lock(first).orElseThrow().advanced(List.of(), false), LATER);

        assertThat(imports().next()).contains(second);
    }

    @Test
    void resumesAFailedImport() {
        var id = running(2, NOW);
        assertThat(imports().fail(id, NOW)).isTrue();
        assertThat(imports().fail(id, NOW)).as("again").isFalse();
        assertThat(imports().lock(id)).isEmpty();

        assertThat(imports().start(PLATFORM, owner, id, NOW)).isTrue();
        assertThat(imports().waiting(id, 9)).hasSize(2);
    }

    @Test
    void discardsUploadsThatAreNotStoredWhole() {
        var broken = SampleImports.of(owner);
        imports().insert(broken);
        imports().insertRows(broken.id(), SampleImports.rows(2), NOW);
        var whole = stored(2);

        assertThat(imports().discard(broken.id())).isTrue();
        assertThat(imports().discard(broken.id())).as("again").isFalse();
        assertThat(imports().discard(whole)).isFalse();

        assertThat(imports().waiting(broken.id(), 9)).isEmpty();
        assertThat(imports().waiting(whole, 9)).hasSize(2);
    }

    @Test
    void deletesTheOldestImportOfAStatus() {
        var later = failed(NOW.plusSeconds(2));
        var first = failed(NOW);
        var preview = stored(1);
        var running = running(1, NOW);

        assertThat(imports().deleteOldest(ImportStatus.FAILED, NOW))
                .as("just changed")
                .isZero();
        assertThat(imports().deleteOldest(ImportStatus.FAILED, LATER)).isEqualTo(1);
        assertThat(imports().waiting(first, 9)).isEmpty();
        assertThat(imports().waiting(later, 9)).hasSize(2);
        assertThat(imports().deleteOldest(ImportStatus.FAILED, LATER)).isEqualTo(1);
        assertThat(imports().deleteOldest(ImportStatus.FAILED, LATER)).isZero();
        assertThat(imports().waiting(preview, 9)).hasSize(1);
        assertThat(imports().waiting(running, 9)).hasSize(1);
    }

    private LeadImportId failed(Instant at) {
        var id = running(2, NOW);
        imports().fail(id, at);
        return id;
    }

    private LeadImportId stored(int rows) {
        var added = SampleImports.of(owner);
        imports().insert(added);
        imports().insertRows(added.id(), SampleImports.rows(rows), NOW);
        imports().complete(added.id(), SampleImports.HASH, NOW);
        return added.id();
    }

    private LeadImportId running(int rows, Instant at) {
        var id = stored(rows);
        imports().start(PLATFORM, owner, id, at);
        return id;
    }

    private LeadImports imports() {
        return stores().imports();
    }
}
