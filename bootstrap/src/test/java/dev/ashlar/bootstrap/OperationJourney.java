// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.application.ScheduledJobs;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The whole application as operators meet it, with a separate port, its own pool and its jobs running. */
@SpringBootTest(
        classes = Ashlar.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.liquibase.enabled=false",
            "ashlar.seed-at-startup=false",
            "ashlar.security.jwt-secret=only-for-the-journeys-of-this-build-0123456789"
        })
@TestMethodOrder(OrderAnnotation.class)
@DirtiesContext
class OperationJourney {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    /** Connections of the scheduler, for its polls and its heartbeats. */
    private static final int OF_THE_SCHEDULER = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext application;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Value("${db-scheduler.threads}")
    private int workers;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", DATABASE::url);
        settings.add("spring.datasource.username", () -> "ashlar_app");
        settings.add("spring.datasource.password", () -> "ashlar_app");
    }

    @AfterAll
    static void close() {
        DATABASE.application().close();
    }

    @Test
    @Order(1)
    @Tag("rule-automatic-registration")
    void wiresEveryPartOnce() {
        assertThat(ShippedClasses.parts())
                .hasSizeGreaterThan(20)
                .allSatisfy(part -> assertThat(application.getBeanNamesForType(part))
                        .as(part.getName())
                        .hasSize(1));
    }

    @Test
    @Order(2)
    void schedulesEveryJob() {
        assertThat(application.getBeansOfType(RecurringTask.class).values())
                .extracting(task -> task.getName())
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(ShippedClasses.jobs());
    }

    @Test
    @Order(2)
    void schedulesEveryMethodThatEachInstanceRuns() {
        assertThat(application.getBeansOfType(ScheduledTaskHolder.class).values())
                .flatExtracting(ScheduledTaskHolder::getScheduledTasks)
                .extracting(Object::toString)
                .hasSizeGreaterThan(2)
                .containsAll(ShippedClasses.scheduledMethods());
    }

    @Test
    @Order(3)
    @Tag("rule-shared-pool-budget")
    void readersAndWritersShareTheConnectionsOfTheSettings() throws SQLException {
        assertThat(application.getBeansOfType(DataSource.class)).containsOnlyKeys("dataSource", "readers");
        assertThat(pool("dataSource").getMaximumPoolSize()).isEqualTo(14);
        assertThat(pool("readers").getMaximumPoolSize()).isEqualTo(6);
        assertThat(status("readiness")).isEqualTo(200);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .filteredOn(name -> name.startsWith("ashlar") && name.endsWith(":housekeeper"))
                .containsExactlyInAnyOrder("ashlar:housekeeper", "ashlar-readers:housekeeper");
        // Jobs share it.
        assertThat(application.getBean(Scheduler.class).getSchedulerState().isStarted())
                .isTrue();
    }

    @Test
    @Order(3)
    void showsHealthAndMetricsOnThePortOfOperatorsOnly() {
        assertThat(status(managementPort, "/actuator/health")).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/prometheus")).isEqualTo(200);
        assertThat(status(managementPort, "/problems")).isEqualTo(404);
        assertThat(status(port, "/problems")).isEqualTo(200);
        assertThat(status(port, "/actuator/health")).isEqualTo(404);
        assertThat(status(port, "/actuator/prometheus")).isEqualTo(404);
    }

    private HikariDataSource pool(String name) throws SQLException {
        return application.getBean(name, DataSource.class).unwrap(HikariDataSource.class);
    }

    @Test
    @Order(3)
    void readersHaveTheLimitsOfWritersAndRefuseWrites() throws SQLException {
        var limits =
                List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "random_page_cost");

        for (var limit : limits) {
            assertThat(setting("readers", limit)).as(limit).isEqualTo(setting("dataSource", limit));
        }
        assertThat(setting("readers", "statement_timeout")).isEqualTo("10s");
        assertThat(setting("readers", "pg_trgm.similarity_threshold")).isEqualTo("0.6");
        assertThat(setting("readers", "default_transaction_read_only")).isEqualTo("on");
        assertThat(setting("dataSource", "default_transaction_read_only")).isEqualTo("off");
    }

    private String setting(String pool, String name) throws SQLException {
        return JdbcClient.create(pool(pool))
                .sql("SHOW " + name)
                .query(String.class)
                .single();
    }

    @Test
    @Order(3)
    void measuresBothPools() {
        var registry = application.getBean(PrometheusMeterRegistry.class);

        await().untilAsserted(() -> assertThat(registry.scrape())
                .contains("hikaricp_connections_max{application=\"ashlar\",pool=\"ashlar\"} 14.0")
                .contains("hikaricp_connections_max{application=\"ashlar\",pool=\"ashlar-readers\"} 6.0"));
    }

    @Test
    @Order(3)
    void isNotReadyWithoutReaders() throws SQLException {
        whileTaken(pool("readers"), 6, () -> assertThat(status("readiness")).isEqualTo(503));
        assertThat(status("readiness")).isEqualTo(200);
    }

    @Test
    @Order(3)
    void runsAJobWhenItIsAskedTo() {
        var jobs = application.getBean(ScheduledJobs.class);
        var job = "commerce.expire-orders";
        await().until(() -> find(jobs, job).lastSuccessAt() != null);
        var before = find(jobs, job);
        assertThat(before.nextRunAt()).isAfter(before.lastSuccessAt());

        assertThat(jobs.runNow(job).nextRunAt()).isBefore(before.nextRunAt());

        await().atMost(PATIENCE).until(() -> find(jobs, job).lastSuccessAt().isAfter(before.lastSuccessAt()));
        assertThat(find(jobs, job).consecutiveFailures()).isZero();
    }

    private static ScheduledJob find(ScheduledJobs jobs, String name) {
        return jobs.list().stream()
                .filter(job -> job.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    @Order(3)
    void hasEachMetricThatDashboardAndAlertsName() throws IOException {
        assertThat(status(port, "/problems")).isEqualTo(200);
        var named = NamedMetrics.all();
        var registry = application.getBean(PrometheusMeterRegistry.class);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(registry.scrape()
                                .lines()
                                .map(line -> line.split("[{ ]", 2)[0])
                                .toList())
                        .containsAll(named));
    }

    /** Metrics of routes beyond the bound would be dropped, and alerts with them. */
    @Test
    @Order(3)
    void measuresEachRoute() {
        var routes = application
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct();

        assertThat(routes.count())
                .isGreaterThan(100)
                .isLessThan(application
                                .getBean(MetricsProperties.class)
                                .getWeb()
                                .getServer()
                                .getMaxUriTags()
                        / 2L);
    }

    @Test
    @Order(4)
    @Tag("rule-worker-starvation")
    void requestsAreAnsweredWhileEveryWorkerHoldsAConnection() throws SQLException {
        whileTaken(pool("dataSource"), workers + OF_THE_SCHEDULER, () -> {
            assertThat(status("readiness")).isEqualTo(200);
            assertThat(status(port, "/api/v1/health")).isEqualTo(200);
        });
    }

    private static void whileTaken(DataSource pool, int connections, Runnable assertion) throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < connections; i++) {
                taken.add(pool.getConnection());
            }
            assertion.run();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    @Order(5)
    @Tag("rule-readiness-check")
    void itIsReadyAsLongAsTheDatabaseIsThereAndAliveWithoutIt() {
        assertThat(status("readiness")).isEqualTo(200);

        DATABASE.close();

        assertThat(status("readiness")).isEqualTo(503);
        assertThat(status("liveness")).isEqualTo(200);
    }

    private int status(String probe) {
        return status(managementPort, "/actuator/health/" + probe);
    }

    private static int status(int port, String path) {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://localhost:" + port + path);
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
