// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.application.ArticleCountReconciliationWorkflow;
import dev.ashlar.publishing.application.ArticleLifecycle;
import dev.ashlar.publishing.application.ArticleWriting;
import dev.ashlar.publishing.domain.ArticleText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comparison of the numbers of articles that triggers keep with the articles themselves. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ArticleCountReconciliationTest {
    /** More than two batches of each. */
    private static final String FILL = """
            INSERT INTO publishing.people (user_id, username, display_name, version, created_at, updated_at)
              SELECT gen_random_uuid(), 'user-' || n, 'User', 0, now(), now() FROM generate_series(1, 450) n;
            INSERT INTO publishing.tags (id, name, created_at)
              SELECT gen_random_uuid(), 'tag-' || n, now() FROM generate_series(1, 450) n;""";

    private final ArticleCountReconciliationWorkflow reconciliation;
    private final ArticleWriting writing;
    private final ArticleLifecycle lifecycle;
    private final AccountSeeds accounts;
    private final JdbcClient psql;

    @Autowired
    ArticleCountReconciliationTest(
            ArticleCountReconciliationWorkflow reconciliation,
            ArticleWriting writing,
            ArticleLifecycle lifecycle,
            AccountSeeds accounts,
            FreshDatabase.Switch database) {
        this.reconciliation = reconciliation;
        this.writing = writing;
        this.lifecycle = lifecycle;
        this.accounts = accounts;
        this.psql = JdbcClient.create(database.database().owner());
    }

    @BeforeEach
    void publishArticles() {
        if (psql.sql("SELECT count(*) FROM publishing.people").query(Long.class).single() > 0) {
            return;
        }
        psql.sql(FILL).update();
        var author = user(accounts, "author", Role.STUDENT);
        for (int i = 0; i < 3; i++) {
            writing.publish(author, text("Seen " + i));
        }
        writing.draft(author, text("Draft"));
        lifecycle.archive(
                author, writing.publish(author, text("Archived")).article().id());
        lifecycle.delete(
                author, writing.publish(author, text("Deleted")).article().id(), 0);
    }

    @Test
    void findsNothingWrongInWhatTheApplicationStored(CapturedOutput output) {
        reconciliation.reconcile();
        assertThat(output)
                .contains("kind=author compared=451", "kind=tag compared=452")
                .doesNotContain("ERROR");
    }

    @Test
    void logsNumbersOfAuthorsThatAreWrong(CapturedOutput output) {
        var author = id("SELECT user_id FROM publishing.people WHERE username = 'author'");
        var last = id("SELECT user_id FROM publishing.people WHERE username <> 'author' ORDER BY user_id DESC LIMIT 1");
        psql.sql("UPDATE publishing.author_counts SET article_count = 4").update();
        psql.sql("INSERT INTO publishing.author_counts (author_id, article_count) VALUES (?::uuid, 7)")
                .param(last)
                .update();
        reconciliation.reconcile();
        psql.sql("DELETE FROM publishing.author_counts").update();
        reconciliation.reconcile();
        psql.sql("INSERT INTO publishing.author_counts (author_id, article_count) VALUES (?::uuid, 3)")
                .param(author)
                .update();
        assertThat(errors(output))
                .containsExactlyInAnyOrder(
                        "author=" + author + " kept=4 actual=3",
                        "author=" + last + " kept=7 actual=0",
                        "author=" + author + " kept=0 actual=3");
    }

    @Test
    void logsNumbersOfTagsThatAreWrong(CapturedOutput output) {
        var first = id("SELECT id FROM publishing.tags WHERE name LIKE 'tag-%' ORDER BY id LIMIT 1");
        var last = id("SELECT id FROM publishing.tags WHERE name LIKE 'tag-%' ORDER BY id DESC LIMIT 1");
        var used = id("SELECT id FROM publishing.tags WHERE name = 'used'");
        psql.sql("UPDATE publishing.tags SET article_count = article_count + 2 WHERE id IN (?::uuid, ?::uuid, ?::uuid)")
                .params(first, last, used)
                .update();
        reconciliation.reconcile();
        psql.sql("UPDATE publishing.tags SET article_count = article_count - 2 WHERE id IN (?::uuid, ?::uuid, ?::uuid)")
                .params(first, last, used)
                .update();
        assertThat(errors(output))
                .contains("tag=" + used + " kept=5 actual=3")
                .contains("tag=" + first + " kept=2 actual=0", "tag=" + last + " kept=2 actual=0");
    }

    private String id(String sql) {
        return psql.sql(sql).query(String.class).single();
    }

    private static List<String> errors(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> line.contains("Number of articles is wrong "))
                .map(line -> line.substring(line.indexOf("wrong ") + "wrong ".length())
                        .strip())
                .toList();
    }

    private static ArticleText text(String title) {
        return ArticleText.of(title, "About it", "Text", List.of("used", "too"));
    }
}
