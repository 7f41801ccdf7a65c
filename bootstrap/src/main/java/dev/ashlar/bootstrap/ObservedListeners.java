// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import dev.ashlar.kernel.application.AfterCommit;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Observation of each {@link AfterCommit} listener, as of each job: it is traced and timed, and the audit log knows its name. */
@Configuration(proxyBeanMethods = false)
class ObservedListeners {
    /** Key of the listener's id among the values of the observation. */
    static final String KEY = "listener";

    /** Spring applies advisors of this role only. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor listenerObservations(ObjectProvider<ObservationRegistry> registry) {
        return new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(AfterCommit.class), new Observed(registry::getObject));
    }

    /** @param registry looked up at a call, because an advisor is made before other beans */
    private record Observed(Supplier<ObservationRegistry> registry) implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            var listener = Objects.requireNonNull(invocation.getMethod().getAnnotation(AfterCommit.class));
            return Observation.createNotStarted("ashlar.listener", registry.get())
                    .lowCardinalityKeyValue(KEY, listener.value())
                    .observeChecked(invocation::proceed);
        }
    }
}
