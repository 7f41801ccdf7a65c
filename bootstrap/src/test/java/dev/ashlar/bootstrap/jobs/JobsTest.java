// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerState;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.ashlar.kernel.application.Job;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

class JobsTest {
    private static final Instant NIGHT = Instant.parse("2026-03-01T03:30:00Z");

    @Test
    void registersEachJobOfAServiceAndNothingElse() {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class, NoService.class)) {
            assertThat(context.getBeansOfType(RecurringTask.class))
                    .containsOnlyKeys("test.count", "test.nightly")
                    .allSatisfy((name, task) -> assertThat(task.getName()).isEqualTo(name));
        }
    }

    @Test
    void callsTheMethodOfTheBean() {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class)) {
            var service = context.getBean(Housekeeping.class);
            service.rows = 3;
            var rows = context.getBean(Jobs.class).definition("test.count").batch(service);
            assertThat(rows).isEqualTo(3);
        }
    }

    @Test
    void observesEachRun() {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class)) {
            var observed = new ArrayList<String>();
            var registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new ObservationHandler<>() {
                @Override
                public void onStop(Observation.Context run) {
                    observed.add(run.getName() + run.getLowCardinalityKeyValues());
                }

                @Override
                public boolean supportsContext(Observation.Context run) {
                    return true;
                }
            });
            context.getBeanFactory().registerSingleton("observations", registry);
            var execution = mock(ExecutionContext.class);
            when(execution.getSchedulerState()).thenReturn(new SchedulerState.SettableSchedulerState());
            @SuppressWarnings("unchecked")
            RecurringTask<Void> task = context.getBean("test.nightly", RecurringTask.class);
            task.execute(new TaskInstance<>("test.nightly", "recurring"), execution);
            assertThat(context.getBean(Housekeeping.class).nights).isEqualTo(1);
            assertThat(observed).singleElement().asString().contains("ashlar.job", "test.nightly");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT2M", "5, PT32M", "6, PT1H", "400, PT1H"})
    void runsANightlyJobAgainMinutesAfterAFailure(int failuresBefore, Duration pause) {
        assertThat(pauseAfterFailure("test.nightly", failuresBefore)).isEqualTo(pause);
    }

    @Test
    void runsAFrequentJobAgainByItsSchedule() {
        assertThat(pauseAfterFailure("test.count", 0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfterFailure("test.count", 9)).isEqualTo(Duration.ofMinutes(5));
    }

    /** An instance starts between a failure and the run that follows it. */
    @Test
    void keepsARunThatFollowsAFailureWhenAnInstanceStarts() {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class)) {
            @SuppressWarnings("unchecked")
            RecurringTask<Void> task = context.getBean("test.nightly", RecurringTask.class);
            var again = new Execution(NIGHT.plusSeconds(60), task.instance("recurring"));
            SchedulerClient client = mock();
            when(client.getScheduledExecution(any()))
                    .thenReturn(Optional.of(new ScheduledExecution<>(Object.class, again)));
            task.onStartup(client, () -> NIGHT.plusSeconds(5));
            verify(client).getScheduledExecution(any());
            verifyNoMoreInteractions(client);
        }
    }

    @Test
    void callsAMethodWithoutResultOnce() {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class)) {
            var service = context.getBean(Housekeeping.class);
            assertThat(context.getBean(Jobs.class).definition("test.nightly").batch(service))
                    .isZero();
            assertThat(service.nights).isEqualTo(1);
        }
    }

    @Test
    void readsAPauseAndACronExpression() throws ReflectiveOperationException {
        var pause = Housekeeping.class.getMethod("count");
        var nightly = Housekeeping.class.getMethod("nightly");
        assertThat(JobDefinition.of(pause, pause.getAnnotation(Job.class)).schedule())
                .hasToString("FixedDelay duration=" + Duration.ofMinutes(5));
        assertThat(JobDefinition.of(nightly, nightly.getAnnotation(Job.class)).schedule())
                .asString()
                .contains("0 30 3 * * *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"longs", "parameters", "hidden"})
    void refusesAMethodThatCannotBeAJob(String name) {
        assertRefused(name, "must be public, without parameters, and return int or void");
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "neither"})
    void refusesAJobWithoutExactlyOneSchedule(String name) {
        assertRefused(name, "must have either every or cron");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "sometimes", "never"})
    void refusesAnUnreadableSchedule(String name) {
        assertRefused(name, "has an unreadable schedule");
    }

    @Test
    void refusesTwoJobsOfTheSameName() {
        assertThatThrownBy(() -> new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class, Twin.class))
                .hasMessageContaining("Two jobs have the name test.count");
    }

    @SuppressWarnings("unchecked")
    private static Duration pauseAfterFailure(String job, int failuresBefore) {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, Housekeeping.class)) {
            RecurringTask<Void> task = context.getBean(job, RecurringTask.class);
            var execution = new Execution(
                    NIGHT, task.instance("recurring"), true, "first", null, null, failuresBefore, NIGHT, 1);
            ExecutionOperations<Void> operations = mock();
            task.getFailureHandler()
                    .onFailure(
                            ExecutionComplete.failure(execution, NIGHT, NIGHT, new IllegalStateException()),
                            operations);
            var again = ArgumentCaptor.forClass(Instant.class);
            verify(operations).reschedule(any(), again.capture());
            return Duration.between(NIGHT, again.getValue());
        }
    }

    private static void assertRefused(String name, String reason) {
        for (var method : Bad.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                assertThatThrownBy(() -> JobDefinition.of(method, method.getAnnotation(Job.class)))
                        .hasMessageStartingWith("Job test." + name + " (Bad." + name + ") " + reason);
                return;
            }
        }
        throw new AssertionError(name);
    }

    @Service
    static class Housekeeping {
        private int rows;
        private int nights;

        @Job(name = "test.count", every = "5m")
        public int count() {
            return rows;
        }

        @Job(name = "test.nightly", cron = "0 30 3 * * *")
        public void nightly() {
            nights++;
        }
    }

    @Service
    static class Twin {
        @Job(name = "test.count", every = "5m")
        public int count() {
            return 0;
        }
    }

    @Component
    static class NoService {
        @Job(name = "test.ignored", every = "5m")
        public int ignored() {
            return 0;
        }
    }

    static class Bad {
        @Job(name = "test.longs", every = "5m")
        public long longs() {
            return 0;
        }

        @Job(name = "test.parameters", every = "5m")
        public int parameters(int limit) {
            return limit;
        }

        @Job(name = "test.hidden", every = "5m")
        int hidden() {
            return 0;
        }

        @Job(name = "test.both", every = "5m", cron = "0 30 3 * * *")
        public void both() {}

        @Job(name = "test.neither")
        public void neither() {}

        @Job(name = "test.soon", every = "soon")
        public void soon() {}

        @Job(name = "test.sometimes", cron = "sometimes")
        public void sometimes() {}

        @Job(name = "test.never", every = "-5m")
        public void never() {}
    }
}
