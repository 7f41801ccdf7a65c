// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.CatalogueItemsContract.StoredItem;
import dev.ashlar.sync.domain.ItemStatus;
import dev.ashlar.sync.domain.SyncCounts;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncWorkflowTest {
    private static final NoPage TIMEOUT = new NoPage("The catalogue did not answer in time.", false);

    private final Syncs syncs = new Syncs();

    @BeforeEach
    void listFiveItems() {
        for (var id : List.of("a", "b", "c", "d", "e")) {
            syncs.list(id, 1);
        }
    }

    @Test
    void pullsAllPagesOfEachSource() {
        assertThat(syncs.workflow.step()).isZero();
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        syncs.runAll();
        assertThat(syncs.asked).containsExactly("first", "b", "d");
        assertThat(syncs.courses.stored())
                .extracting(StoredItem::item)
                .containsExactly(item("a", 1), item("b", 1), item("c", 1), item("d", 1), item("e", 1));
        assertThat(syncs.tests.stored()).isEmpty();
        assertThat(syncs.latest().progress().outcome()).isEqualTo(SyncOutcome.SUCCEEDED);
        assertThat(syncs.latest().progress().counts()).isEqualTo(new SyncCounts(3, 5, 5, 0, 0));

        syncs.sync.start(syncs.admin, SyncSource.MRTEST);
        syncs.runAll();
        assertThat(syncs.tests.stored()).hasSize(5);
    }

    @Test
    void followsTheCatalogueFromRunToRun() {
        run();
        syncs.list("b", 2);
        syncs.list("c", 0);
        syncs.catalogue.remove("d");
        syncs.list("f", 1);
        run();
        assertThat(syncs.courses.stored())
                .extracting(StoredItem::item)
                .containsExactly(item("a", 1), item("b", 2), item("c", 1), item("d", 1), item("e", 1), item("f", 1));
        assertThat(gone()).containsExactly("d");
        assertThat(syncs.latest().progress().counts()).isEqualTo(new SyncCounts(3, 5, 2, 0, 1));
        syncs.list("d", 1);
        run();
        assertThat(gone()).isEmpty();
        assertThat(syncs.latest().progress().counts()).isEqualTo(new SyncCounts(3, 6, 0, 0, 0));
    }

    /** As a process that is killed during the call of the catalogue. */
    @Test
    void goesOnFromTheLastPageAfterACrash() {
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        syncs.workflow.step();
        syncs.crash = new IllegalStateException("killed");
        assertThatIllegalStateException().isThrownBy(syncs.workflow::step);
        syncs.crash = null;
        assertThat(syncs.workflow.step()).as("steps during the lease").isZero();
        syncs.wait(SyncRun.LEASE);
        syncs.runAll();
        assertThat(syncs.asked).containsExactly("first", "b", "b", "d");
        assertThat(syncs.latest().progress().counts()).isEqualTo(new SyncCounts(3, 5, 5, 0, 0));
        assertThat(gone()).isEmpty();
    }

    @Test
    void retriesAPageWithoutPullingTheOthersAgain() {
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        syncs.workflow.step();
        syncs.failure = TIMEOUT;
        syncs.runAll();
        assertThat(syncs.latest().progress().detail()).isEqualTo(TIMEOUT.reason());
        assertThat(syncs.workflow.step()).isZero();
        syncs.failure = null;
        syncs.wait(Duration.ofMinutes(1));
        syncs.runAll();
        assertThat(syncs.asked).containsExactly("first", "b", "b", "d");
        assertThat(syncs.latest().progress().outcome()).isEqualTo(SyncOutcome.SUCCEEDED);
    }

    @Test
    void marksNothingAsGoneIfARunFails() {
        run();
        syncs.catalogue.remove("a");
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        syncs.workflow.step();
        syncs.failure = new NoPage("The catalogue answered with status 401.", true);
        syncs.runAll();
        assertThat(syncs.latest().progress().outcome()).isEqualTo(SyncOutcome.FAILED);
        assertThat(gone()).isEmpty();
    }

    @Test
    void marksNothingAsGoneOnTheWordOfAnEmptyCatalogue() {
        run();
        syncs.catalogue.clear();
        run();
        assertThat(syncs.latest().progress().outcome()).isEqualTo(SyncOutcome.PULLING);
        assertThat(syncs.latest().progress().failures()).isEqualTo(1);
        assertThat(gone()).isEmpty();
    }

    /** As when a catalogue gives its items their keys under another name. */
    @Test
    void marksNothingAsGoneOnTheWordOfACatalogueThatCannotBeRead() {
        run();
        syncs.failure = new CataloguePage(List.of(), List.of(), 5, null);
        run();
        assertThat(syncs.latest().progress().failures()).isEqualTo(1);
        assertThat(gone()).isEmpty();
    }

    @Test
    void keepsAnItemListedThatCannotBeRead() {
        run();
        syncs.failure = new CataloguePage(List.of(item("a", 1)), List.of("b"), 2, null);
        run();
        assertThat(gone()).containsExactly("c", "d", "e");
        assertThat(syncs.latest().progress().counts()).isEqualTo(new SyncCounts(1, 3, 0, 2, 3));
    }

    @Test
    void sweepsInBatches() {
        for (int number = 0; number < 2500; number++) {
            syncs.list("x%04d".formatted(number), 1);
        }
        run();
        syncs.catalogue.keySet().removeIf(id -> id.startsWith("x"));
        run();
        assertThat(gone()).hasSize(2500);
        assertThat(syncs.latest().progress().counts().gone()).isEqualTo(2500);
        assertThat(syncs.latest().progress().claims()).isEqualTo(3 + 3);
    }

    private void run() {
        syncs.wait(HOUR);
        syncs.sync.start(syncs.admin, SyncSource.MRLEARN);
        syncs.runAll();
    }

    private List<String> gone() {
        return syncs.courses.stored().stream()
                .filter(stored -> stored.status() == ItemStatus.GONE)
                .map(stored -> stored.item().externalId())
                .toList();
    }
}
