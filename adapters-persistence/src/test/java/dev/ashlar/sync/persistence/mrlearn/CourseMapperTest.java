// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence.mrlearn;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.sync.application.CatalogueItemView;
import dev.ashlar.sync.application.CourseViews;
import dev.ashlar.sync.domain.CatalogueItemsContract;
import dev.ashlar.sync.domain.Courses;
import dev.ashlar.sync.domain.FoundItem;
import dev.ashlar.sync.persistence.ItemJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class CourseMapperTest extends CatalogueItemsContract {
    @Autowired
    private Courses courses;

    @Autowired
    private CourseViews views;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected int upsert(Collection<FoundItem> items, Instant listedAt, Instant now) {
        return courses.upsert(items, listedAt, now);
    }

    @Override
    protected void markListed(Collection<String> externalIds, Instant listedAt, Instant now) {
        courses.markListed(externalIds, listedAt, now);
    }

    @Override
    protected int markGone(Instant listedBefore, Instant now, int limit) {
        return courses.markGone(listedBefore, now, limit);
    }

    @Override
    protected List<StoredItem> stored() {
        return ItemJdbc.stored(jdbc, "mrlearn.courses");
    }

    @Test
    void listsItemsOfTheCatalogueNewestFirst() {
        var first = found("a", 1);
        var gone = found("b", 1);
        var last = found("c", 1);
        courses.upsert(List.of(first, gone, last), NOW, NOW);
        courses.markListed(List.of("a", "c"), NOW.plus(HOUR), NOW);
        courses.markGone(NOW.plus(HOUR), NOW, 9);

        assertThat(views.courses(null, 9)).extracting(CatalogueItemView::id).containsExactly(last.id(), first.id());
        assertThat(views.courses(null, 1)).hasSize(1);
        assertThat(views.courses(last.id().value(), 9))
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
