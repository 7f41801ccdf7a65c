// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import static dev.ashlar.bootstrap.deploy.DeployFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Compose file: its settings are Ashlar's, and the files, services and ports that it names are there. */
class ComposeFileTest {
    private static final JsonNode COMPOSE = read("compose.yaml");
    private static final JsonNode ASHLAR = COMPOSE.at("/services/ashlar");

    @Test
    void setsVariablesThatAshlarReads() {
        assertThat(ASHLAR.path("environment").propertyNames())
                .isNotEmpty()
                .allMatch(KnownVariables::contains, "is a setting of Ashlar");
    }

    @Test
    void mountsFilesThatAreThereOrThatTheBuildMakes() {
        assertThat(mounts()).hasSizeGreaterThan(5).allSatisfy(source -> {
            var file = DeployFiles.DIRECTORY.resolve(source).normalize();
            if (source.contains("/target/")) {
                var module = file.getParent().getParent();
                assertThat(Files.readString(module.resolve("pom.xml")))
                        .contains("<finalName>" + file.getFileName().toString().replace(".jar", "") + "</finalName>");
            } else {
                assertThat(file).exists();
            }
        });
    }

    @Test
    void waitsForServicesThatItHas() {
        var services = List.copyOf(COMPOSE.path("services").propertyNames());

        assertThat(services).containsExactlyInAnyOrder("ashlar", "postgres", "prometheus", "grafana");
        assertThat(COMPOSE.path("services")
                        .valueStream()
                        .flatMap(service -> service.path("depends_on").propertyStream()))
                .isNotEmpty()
                .allMatch(needed -> services.contains(needed.getKey()));
    }

    @Test
    void letsPrometheusScrapeTheManagementPort() {
        var target = read("prometheus/prometheus.yaml").at("/scrape_configs/0/static_configs/0/targets/0");

        assertThat(target.asString())
                .isEqualTo("ashlar:"
                        + ASHLAR.at("/environment/MANAGEMENT_SERVER_PORT").asString());
    }

    @Test
    void showsGrafanaThePrometheusThatItRuns() {
        var datasource = read("grafana/datasources.yaml").at("/datasources/0");

        assertThat(datasource.path("url").asString()).isEqualTo("http://prometheus:9090");
        assertThat(read("grafana/dashboards.yaml")
                        .at("/providers/0/options/path")
                        .asString())
                .isEqualTo("/var/lib/grafana/dashboards");
        assertThat(COMPOSE.at("/services/grafana/volumes").valueStream())
                .extracting(volume -> volume.path("target").asString())
                .contains("/var/lib/grafana/dashboards/ashlar.json");
    }

    /** The passwords are published. */
    @Test
    void publishesPortsOnThisMachineOnly() {
        assertThat(COMPOSE.path("services")
                        .valueStream()
                        .flatMap(service -> service.path("ports").valueStream()))
                .extracting(JsonNode::asString)
                .contains("127.0.0.1:8080:8080")
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void namesTheVersionOfEachImage() {
        assertThat(COMPOSE.path("services")
                        .valueStream()
                        .map(service -> service.path("image").asString()))
                .hasSize(4)
                .allMatch(image -> image.matches(".+:v?\\d.*"));
    }

    private static Stream<String> mounts() {
        return COMPOSE.path("services")
                .valueStream()
                .flatMap(service -> service.path("volumes").valueStream())
                .filter(volume -> volume.path("type").asString("").equals("bind"))
                .map(volume -> volume.path("source").asString());
    }
}
