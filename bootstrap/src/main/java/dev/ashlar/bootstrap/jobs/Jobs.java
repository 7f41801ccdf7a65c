// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.ashlar.kernel.application.Job;
import io.micrometer.observation.ObservationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Registers each {@link Job} of the application's services as a task of the scheduler. */
@Component
class Jobs implements BeanDefinitionRegistryPostProcessor {
    private final Map<String, JobDefinition> found = new HashMap<>();

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        // Services are known only after all of them have been registered.
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (var service : beans.getBeanDefinitionNames()) {
            var type = beans.getType(service, false);
            if (type != null && AnnotatedElementUtils.hasAnnotation(type, Service.class)) {
                MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Job>)
                                method -> method.getAnnotation(Job.class))
                        .forEach((method, job) -> register(JobDefinition.of(method, job), service, beans));
            }
        }
    }

    JobDefinition definition(String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private void register(JobDefinition job, String service, ConfigurableListableBeanFactory beans) {
        var twin = found.putIfAbsent(job.name(), job);
        if (twin != null) {
            throw new IllegalStateException(
                    "Two jobs have the name %s: %s and %s.".formatted(job.name(), twin.method(), job.method()));
        }
        var task = new RootBeanDefinition(
                RecurringTask.class,
                () -> job.task(() -> beans.getBean(service), () -> beans.getBean(ObservationRegistry.class)));
        ((BeanDefinitionRegistry) beans).registerBeanDefinition(job.name(), task);
    }
}
