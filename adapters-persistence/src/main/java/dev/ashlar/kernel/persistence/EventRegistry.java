package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.EventRedelivery;
import dev.ashlar.kernel.application.EventRetries;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * How Ashlar uses Spring Modulith's registry of events: in the schema kernel, which only our changelogs make, and without
 * keeping what was handled.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/persistence/event-registry.properties")
class EventRegistry {
    /** How many failed events are looked through for those that are due, oldest first. */
    private static final int WINDOW = 1000;

    @Bean
    EventRedelivery eventRedelivery(FailedEventPublications failed) {
        return now -> redeliverDue(failed, now);
    }

    private static int redeliverDue(FailedEventPublications failed, Instant now) {
        var handed = new AtomicInteger();
        failed.resubmit(ResubmissionOptions.defaults().withBatchSize(WINDOW).withFilter(event -> {
            boolean due = isDue(event, now);
            if (due) {
                handed.incrementAndGet();
            }
            return due;
        }));
        return handed.get();
    }

    private static boolean isDue(EventPublication event, Instant now) {
        var last = event.getLastResubmissionDate();
        return EventRetries.isDue(event.getCompletionAttempts(), last == null ? event.getPublicationDate() : last, now);
    }
}
