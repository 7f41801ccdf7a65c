// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.publishing.ArticleId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewCountsTest {
    private static final int ROOM = 10_000;

    private final ViewCounts counts = new ViewCounts();

    @Test
    void startsAnewWhenItIsTaken() {
        counts.viewed(article(1));
        counts.viewed(article(2));
        counts.viewed(article(1));
        assertThat(counts.take()).isEqualTo(Map.of(article(1), 2L, article(2), 1L));
        assertThat(counts.take()).isEmpty();
        counts.viewed(article(2));
        assertThat(counts.take()).isEqualTo(Map.of(article(2), 1L));
    }

    @Test
    void leavesOutArticlesThatItHasNoRoomFor() {
        for (int number = 0; number <= ROOM; number++) {
            counts.viewed(article(number));
        }
        counts.viewed(article(0));
        assertThat(counts.take()).hasSize(ROOM).containsEntry(article(0), 2L).doesNotContainKey(article(ROOM));
    }

    private static ArticleId article(int number) {
        return new ArticleId(new UUID(0, number));
    }
}
