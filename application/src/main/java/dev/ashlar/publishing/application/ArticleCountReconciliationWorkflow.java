// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.publishing.application.ArticleCountViews.ArticleCount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Comparison of the numbers of articles by author and by tag, which triggers keep, with the articles themselves, batch by batch. */
@Workflow
public class ArticleCountReconciliationWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(ArticleCountReconciliationWorkflow.class);

    private final ArticleCountService counts;

    ArticleCountReconciliationWorkflow(ArticleCountService counts) {
        this.counts = counts;
    }

    /** Compares all numbers and logs each that is wrong. It repairs none: only a change around the triggers makes a number wrong. */
    @Job(name = "publishing.reconcile-counts", cron = "0 55 3 * * *")
    public void reconcile() {
        compare("author", counts::authorsAfter);
        compare("tag", counts::tagsAfter);
    }

    private static void compare(String kind, Numbers numbers) {
        int compared = 0;
        var batch = numbers.after(null);
        while (!batch.isEmpty()) {
            compared += batch.size();
            batch.stream()
                    .filter(ArticleCount::isWrong)
                    .forEach(count -> LOG.error(
                            "Number of articles is wrong {}={} kept={} actual={}",
                            kind,
                            count.id(),
                            count.kept(),
                            count.actual()));
            batch = numbers.after(batch.getLast().id());
        }
        LOG.info("Numbers of articles compared kind={} compared={}", kind, compared);
    }

    private interface Numbers {
        List<ArticleCount> after(@Nullable UUID last);
    }
}
