// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.application.Workflow;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Stores the views that this instance has counted, every ten seconds and when it stops. It is not a job, since a job runs on
 * one instance and each instance counts for itself.
 */
@Workflow
public class ViewCountWorkflow implements AutoCloseable {
    private final PublishingHousekeeping articles;

    ViewCountWorkflow(PublishingHousekeeping articles) {
        this.articles = articles;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    public void store() {
        articles.writeViews();
    }

    @Override
    public void close() {
        store();
    }
}
