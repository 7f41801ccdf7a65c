package dev.ashlar.bootstrap.jobs;

import dev.ashlar.publishing.application.PublishingHousekeeping;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Writes down how often articles were read: every ten seconds, and when this instance stops. No job of the database's: a job
 * runs on one instance, and each has counted for itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ViewWriting {
    private final PublishingHousekeeping articles;

    ViewWriting(PublishingHousekeeping articles) {
        this.articles = articles;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    @PreDestroy
    void write() {
        articles.writeViews();
    }
}
