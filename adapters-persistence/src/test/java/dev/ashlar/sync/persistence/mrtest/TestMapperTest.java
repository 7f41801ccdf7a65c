// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrtest;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.sync.application.CatalogueItemView;
import dev.ashlar.sync.application.TestViews;
import dev.ashlar.sync.domain.CatalogueItemsContract;
import dev.ashlar.sync.domain.FoundItem;
import dev.ashlar.sync.domain.Tests;
import dev.ashlar.sync.persistence.ItemJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class TestMapperTest extends CatalogueItemsContract {
    @Autowired
    private Tests tests;

    @Autowired
    private TestViews views;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected int upsert(Collection<FoundItem> items, Instant listedAt, Instant now) {
        return tests.upsert(items, listedAt, now);
    }

    @Override
    protected void markListed(Collection<String> externalIds, Instant listedAt, Instant now) {
        tests.markListed(externalIds, listedAt, now);
    }

    @Override
    protected int markGone(Instant listedBefore, Instant now, int limit) {
        return tests.markGone(listedBefore, now, limit);
    }

    @Override
    protected List<StoredItem> stored() {
        return ItemJdbc.stored(jdbc, "mrtest.tests");
    }

    @Test
    void listsItemsOfTheCatalogueNewestFirst() {
        var first = found("a", 1);
        var gone = found("b", 1);
        var last = found("c", 1);
        tests.upsert(List.of(first, gone, last), NOW, NOW);
        tests.markListed(List.of("a", "c"), NOW.plus(HOUR), NOW);
        tests.markGone(NOW.plus(HOUR), NOW, 9);

        assertThat(views.tests(null, 9)).extracting(CatalogueItemView::id).containsExactly(last.id(), first.id());
        assertThat(views.tests(null, 1)).hasSize(1);
        assertThat(views.tests(last.id().value(), 9))
                .containsExactly(new CatalogueItemView(
                        first.id(),
                        "a",
                        1,
                        first.item().title(),
                        first.item().summary(),
                        first.item().url(),
                        NOW,
                        NOW));
    }
}
