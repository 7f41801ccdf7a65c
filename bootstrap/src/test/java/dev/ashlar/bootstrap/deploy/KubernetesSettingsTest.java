// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import static dev.ashlar.bootstrap.deploy.DeployFiles.containers;
import static dev.ashlar.bootstrap.deploy.DeployFiles.kubernetesObject;
import static dev.ashlar.bootstrap.deploy.DeployFiles.kubernetesObjects;
import static dev.ashlar.bootstrap.deploy.DeployFiles.pods;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.production.ProductionGuard;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;

/** Settings in the manifests for Kubernetes: Ashlar knows each of them, and the profile {@code prod} misses none. */
class KubernetesSettingsTest {
    /** Values of the secrets that the manifests refer to. No database is on port 1. */
    private static final Map<String, String> SECRETS = Map.of(
            "DATABASE_URL",
            "postgres://web:secret@localhost:1/ashlar?sslmode=verify-full",
            "ASHLAR_JWT_SECRET",
            "0123456789abcdef0123456789abcdef",
            "SPRING_MAIL_USERNAME",
            "ashlar",
            "SPRING_MAIL_PASSWORD",
            "secret",
            "ASHLAR_PAYMENTS_API_KEY",
            "key",
            "ASHLAR_PAYMENTS_WEBHOOK_SECRET",
            "0123456789abcdef0123456789abcdef");

    @Test
    void areKnownToAshlar() {
        for (var pod : pods()) {
            assertThat(containers(pod))
                    .isNotEmpty()
                    .allSatisfy(container -> assertThat(variables(container).keySet())
                            .isNotEmpty()
                            .allMatch(KnownVariables::contains, "is a setting of Ashlar"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASHLAR_POOLSIZE", "SPRING_MAIL_HOSTNAME", "ASHLAR_PAYMENTS_KEY", "MANAGMENT_PORT"})
    void wouldNotBeKnownWithAnotherName(String misspelled) {
        assertThat(KnownVariables.contains(misspelled)).isFalse();
    }

    @Test
    void satisfyTheProductionProfile() {
        var server = kubernetesObject("Deployment").at("/spec/template/spec/containers/0");
        var seed = kubernetesObject("Job").at("/spec/template/spec/containers/0");

        assertThat(start(variables(server), ProductionGuard.ofApplication()).refusal())
                .containsOnlyOnce("\n  - ")
                .contains("refuses the connection");
        assertThat(variables(seed)).isEqualTo(variables(server));
    }

    @Test
    void satisfyTheProductionProfileOfAMigration() {
        var migrate = kubernetesObject("Job").at("/spec/template/spec/initContainers/0");

        assertThat(start(variables(migrate), ProductionGuard.ofMigration()).refusal())
                .isEmpty();
    }

    @Test
    void missNothingThatTheProductionProfileDemands() {
        var server = kubernetesObject("Deployment").at("/spec/template/spec/containers/0");
        var without = variables(server);
        without.remove("SPRING_MAIL_HOST");

        assertThat(start(without, ProductionGuard.ofApplication()).refusal()).contains("SPRING_MAIL_HOST is not set");
    }

    @Test
    void keepSecretsOutOfTheManifests() {
        assertThat(kubernetesObjects())
                .extracting(object -> object.path("kind").asString())
                .doesNotContain("Secret");
        assertThat(kubernetesObject("ConfigMap").path("data").propertyNames())
                .doesNotContainAnyElementsOf(SECRETS.keySet());
        for (var pod : pods()) {
            assertThat(containers(pod)
                            .flatMap(container -> container.path("env").valueStream()))
                    .filteredOn(variable ->
                            SECRETS.containsKey(variable.path("name").asString()))
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(
                                    variable.at("/valueFrom/secretKeyRef/key").asString())
                            .isEqualTo(variable.path("name").asString()));
        }
    }

    @Test
    void haveThePortsAndProbesOfAshlar() {
        var server = kubernetesObject("Deployment").at("/spec/template/spec/containers/0");
        var environment =
                start(variables(server), ProductionGuard.ofApplication()).environment();
        var ports = new HashMap<String, String>();
        server.path("ports")
                .valueStream()
                .forEach(port -> ports.put(
                        port.path("name").asString(), port.path("containerPort").asString()));

        assertThat(ports)
                .containsEntry("http", environment.getProperty("server.port"))
                .containsEntry("management", environment.getProperty("management.server.port"));
        assertThat(environment.getProperty("management.endpoints.web.base-path", "/actuator"))
                .isEqualTo("/actuator");
        for (var probe : new String[] {"startupProbe", "livenessProbe", "readinessProbe"}) {
            var request = server.path(probe).path("httpGet");
            assertThat(request.path("port").asString()).as(probe).isEqualTo("management");
            var group = request.path("path").asString().replace("/actuator/health/", "");
            assertThat(environment.getProperty("management.endpoint.health.group." + group + ".include"))
                    .as(probe)
                    .isNotNull();
        }
    }

    /** Readiness must be seen to be down before the instance stops to answer, and the stop must end before the kill. */
    @Test
    void giveTheStopTheTimeThatItTakes() {
        var pod = kubernetesObject("Deployment").at("/spec/template/spec");
        var server = pod.at("/containers/0");
        var environment =
                start(variables(server), ProductionGuard.ofApplication()).environment();
        var draining = time(environment, "ashlar.drain-time");
        var readiness = server.path("readinessProbe");
        int noticed = readiness.path("periodSeconds").asInt(10)
                * readiness.path("failureThreshold").asInt(3);
        var stop = draining.plus(time(environment, "spring.lifecycle.timeout-per-shutdown-phase"))
                .plus(time(environment, "db-scheduler.shutdown-max-wait"))
                .plus(time(environment, "spring.task.execution.shutdown.await-termination-period"));

        assertThat(Duration.ofSeconds(noticed * 2L)).isLessThan(draining);
        assertThat(Duration.ofSeconds(pod.path("terminationGracePeriodSeconds").asInt(30)))
                .isGreaterThan(stop);
    }

    private static Duration time(Environment environment, String setting) {
        return DurationStyle.detectAndParse(environment.getRequiredProperty(setting));
    }

    /** Variables of a container, with values for those that come from secrets. */
    private static Map<String, String> variables(JsonNode container) {
        var variables = new TreeMap<String, String>();
        if (!container.path("envFrom").isMissingNode()) {
            kubernetesObject("ConfigMap")
                    .path("data")
                    .propertyStream()
                    .forEach(setting ->
                            variables.put(setting.getKey(), setting.getValue().asString()));
        }
        container.path("env").valueStream().forEach(variable -> {
            var name = variable.path("name").asString();
            var secret = variable.at("/valueFrom/secretKeyRef/key").asString("");
            variables.put(name, secret.isEmpty() ? variable.path("value").asString() : SECRETS.get(secret));
        });
        return variables;
    }

    /** Application without a bean. */
    private static final class Nothing {}

    private record Started(Environment environment, String refusal) {}

    /** Starts nothing but the guard, in the environment that Ashlar would have. */
    private static Started start(Map<String, String> variables, ProductionGuard guard) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new HashMap<String, Object>(variables)));
        var application = new SpringApplicationBuilder(Nothing.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(guard)
                .application();
        // The loggers of the tests stay as they are.
        application.setListeners(application.getListeners().stream()
                .filter(listener -> !(listener instanceof LoggingApplicationListener))
                .toList());
        try (var _ = application.run()) {
            return new Started(environment, "");
        } catch (StartRefused refused) {
            return new Started(environment, refused.getMessage());
        }
    }
}
