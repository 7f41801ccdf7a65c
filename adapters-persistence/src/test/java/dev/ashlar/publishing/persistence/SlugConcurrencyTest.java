// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.retitled;
import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.application.Authored;
import dev.ashlar.publishing.domain.ArticleText;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Unique slugs of concurrent articles with the same title, one of which has the plain slug. */
@ServiceTest
class SlugConcurrencyTest {
    private static final int CROWD = 16;

    @Autowired
    private ArticleWriting writing;

    @Autowired
    private AccountSeeds accounts;

    @Test
    void storesAllNewArticlesOfATitle() {
        var author = user(accounts, "writer", Role.STUDENT);
        var text = ArticleText.of("The same title", "d", "b", List.of("common", "tags"));

        var slugs = slugs(Together.run(CROWD, () -> writing.publish(author, text)));

        assertThat(slugs).doesNotHaveDuplicates().contains("the-same-title").hasSize(CROWD);
    }

    @Test
    void givesUniqueSlugsToArticlesRenamedAlike() {
        var author = user(accounts, "renamer", Role.STUDENT);
        var drafts = IntStream.range(0, CROWD)
                .mapToObj(index -> writing.draft(author, ArticleText.of("Working title " + index, "d", "b", List.of())))
                .map(Authored::article)
                .toList();

        var slugs = slugs(Together.run(
                CROWD, index -> () -> writing.edit(author, drafts.get(index).id(), 0, retitled("Final title"))));

        assertThat(slugs).doesNotHaveDuplicates().contains("final-title").hasSize(CROWD);
    }

    private static List<String> slugs(List<Outcome<Authored<ArticleDetails>>> outcomes) {
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        return outcomes.stream()
                .map(outcome ->
                        Objects.requireNonNull(outcome.value()).article().slug())
                .toList();
    }
}
