// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.EventRedelivery;
import dev.ashlar.kernel.application.EventRetries;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRepository;

/**
 * Configuration of Spring Modulith's registry of events: in the schema kernel, which only changelogs create, and without handled
 * events.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/persistence/event-registry.properties")
class EventRegistry {
    /** Maximum number of failed events, oldest first, among which those that are due are found. */
    private static final int WINDOW = 1000;

    @Bean
    EventRedelivery eventRedelivery(FailedEventPublications failed) {
        return now -> redeliverDue(failed, now);
    }

    /**
     * Suppresses the registry's read of all outstanding events at its stop, which only logs them, and keeps events in the database in which
     * they are looked for.
     */
    @Bean
    static BeanPostProcessor boundedRegistry(ObjectProvider<ContextDatabases> databases) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventPublicationRepository repository
                        ? bounded(repository, databases.getIfAvailable())
                        : bean;
            }
        };
    }

    private static Object bounded(EventPublicationRepository repository, @Nullable ContextDatabases databases) {
        var proxy = new ProxyFactory(EventPublicationRepository.class, (MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("findIncompletePublications")) {
                return List.of();
            }
            if (databases != null) {
                databases.enterCommon("The registry of events");
            }
            return call.proceed();
        });
        proxy.setTarget(repository);
        return proxy.getProxy();
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
