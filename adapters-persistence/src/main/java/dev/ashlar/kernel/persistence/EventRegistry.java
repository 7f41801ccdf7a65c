// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.EventRedelivery;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.application.RunningEvents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * Configuration of Spring Modulith's registry of events: in the schema kernel, which only changelogs create, and without handled
 * events.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/ashlar/kernel/persistence/event-registry.properties")
class EventRegistry {
    /** Events that are being redelivered. */
    private static final ScopedValue<List<OutstandingEvent>> DUE = ScopedValue.newInstance();

    @Bean
    EventRedelivery eventRedelivery(FailedEventPublications failed) {
        return due -> redeliver(failed, due);
    }

    /**
     * Suppresses the registry's read of all outstanding events at its stop, which only logs them, keeps events in the database in which
     * they are looked for, lets only events be redelivered that are due, and knows those whose listeners run.
     */
    @Bean
    static BeanPostProcessor boundedRegistry(
            ObjectProvider<ContextDatabases> databases,
            ObjectProvider<DueEvents> forms,
            ObjectProvider<RunningEvents> running) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof EventPublicationRepository repository
                        ? bounded(repository, databases.getIfAvailable(), forms, running)
                        : bean;
            }
        };
    }

    private static Object bounded(
            EventPublicationRepository repository,
            @Nullable ContextDatabases databases,
            ObjectProvider<DueEvents> forms,
            ObjectProvider<RunningEvents> running) {
        var proxy = new ProxyFactory(EventPublicationRepository.class, (MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("findIncompletePublications")) {
                return List.of();
            }
            if (databases != null) {
                databases.enterCommon("The registry of events");
            }
            if (call.getMethod().getName().equals("findFailedPublications")) {
                return forms.getObject().readable(DUE.get(), repository);
            }
            return switch (call.getMethod().getName()) {
                case "markProcessing" -> {
                    var result = call.proceed();
                    idOf(call.getArguments()[0]).ifPresent(running.getObject()::begin);
                    yield result;
                }
                case "markCompleted", "markFailed" -> {
                    try {
                        yield call.proceed();
                    } finally {
                        idOf(call.getArguments()[0]).ifPresent(running.getObject()::end);
                    }
                }
                default -> call.proceed();
            };
        });
        proxy.setTarget(repository);
        return proxy.getProxy();
    }

    /** Returns the id of an event that runs in this process; the registry knows others by their contents only. */
    private static Optional<EventPublicationId> idOf(@Nullable Object publication) {
        return Optional.ofNullable(
                        publication instanceof TargetEventPublication known ? known.getIdentifier() : publication)
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .map(EventPublicationId::new);
    }

    private static int redeliver(FailedEventPublications failed, List<OutstandingEvent> due) {
        var handed = new AtomicInteger();
        var all = ResubmissionOptions.defaults().withFilter(_ -> handed.incrementAndGet() > 0);
        ScopedValue.where(DUE, due).run(() -> failed.resubmit(all));
        return handed.get();
    }
}
