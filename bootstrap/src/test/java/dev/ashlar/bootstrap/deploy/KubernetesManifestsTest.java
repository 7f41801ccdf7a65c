// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import static dev.ashlar.bootstrap.deploy.DeployFiles.containers;
import static dev.ashlar.bootstrap.deploy.DeployFiles.kubernetesObject;
import static dev.ashlar.bootstrap.deploy.DeployFiles.kubernetesObjects;
import static dev.ashlar.bootstrap.deploy.DeployFiles.pods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Manifests for Kubernetes: their form, their references to each other, and the rights of their containers. */
class KubernetesManifestsTest {
    @Test
    void fitTheSchemaOfKubernetes() {
        assertThat(kubernetesObjects()).hasSize(6).allSatisfy(KubernetesSchema::check);
    }

    @ParameterizedTest
    @CsvSource({
        "'', specification, is not defined in the `V1Deployment`",
        "/spec, replica, is not defined in the `V1DeploymentSpec`",
        "/spec/template/spec/containers/0, imagePolicy, is not defined in the `V1Container`",
        "/spec/template/spec/containers/0/livenessProbe/httpGet, address, is not defined in the `V1HTTPGetAction`",
        "/spec/template/spec/containers/0/securityContext, readOnlyRoot, is not defined in the `V1SecurityContext`"
    })
    void wouldBeRefusedWithAnUnknownField(String place, String field, String reason) {
        var deployment = kubernetesObject("Deployment").deepCopy();
        ((ObjectNode) deployment.at(place)).put(field, "x");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KubernetesSchema.check(deployment))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"/spec, selector", "/spec/template/spec/containers/0, name", "/spec/template/spec/volumes/0, name"})
    void wouldBeRefusedWithoutARequiredField(String place, String field) {
        var deployment = kubernetesObject("Deployment").deepCopy();
        ((ObjectNode) deployment.at(place)).remove(field);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> KubernetesSchema.check(deployment))
                .withMessageContaining("required field `" + field + "` is not found");
    }

    @Test
    void wouldBeRefusedInAnotherApiVersion() {
        var budget = (ObjectNode) kubernetesObject("PodDisruptionBudget").deepCopy();
        budget.put("apiVersion", "policy/v1beta1");

        assertThatIllegalArgumentException().isThrownBy(() -> KubernetesSchema.check(budget));
    }

    @Test
    void selectThePodsOfTheServer() {
        var server = kubernetesObject("Deployment").at("/spec/template/metadata/labels");
        var migration = kubernetesObject("Job").at("/spec/template/metadata/labels");
        var selectors = Stream.of(
                kubernetesObject("Deployment").at("/spec/selector/matchLabels"),
                kubernetesObject("Deployment")
                        .at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels"),
                kubernetesObject("Service").at("/spec/selector"),
                kubernetesObject("PodDisruptionBudget").at("/spec/selector/matchLabels"));

        assertThat(selectors).allSatisfy(selector -> {
            assertThat(labels(server)).containsAllEntriesOf(labels(selector));
            assertThat(labels(migration).entrySet().containsAll(labels(selector).entrySet()))
                    .as("selects the migration, too")
                    .isFalse();
        });
        assertThat(labels(server))
                .containsAllEntriesOf(labels(kubernetesObject("NetworkPolicy").at("/spec/podSelector/matchLabels")));
    }

    @Test
    void nameOnlyWhatIsThere() {
        var settings = kubernetesObject("ConfigMap").at("/metadata/name").asString();
        for (var pod : pods()) {
            var volumes = names(pod.path("volumes"));
            assertThat(containers(pod)).isNotEmpty().allSatisfy(container -> {
                assertThat(volumes).containsAll(names(container.path("volumeMounts")));
                assertThat(container.path("envFrom").valueStream())
                        .allSatisfy(source -> assertThat(
                                        source.at("/configMapRef/name").asString())
                                .isEqualTo(settings));
            });
        }
        var ports = names(kubernetesObject("Deployment").at("/spec/template/spec/containers/0/ports"));
        assertThat(kubernetesObject("Service").at("/spec/ports").valueStream())
                .allSatisfy(port ->
                        assertThat(ports).contains(port.path("targetPort").asString()));
        assertThat(kubernetesObject("NetworkPolicy").at("/spec/ingress").valueStream())
                .flatMap(rule -> rule.path("ports").valueStream().toList())
                .allSatisfy(port -> assertThat(ports).contains(port.path("port").asString()));
    }

    @Test
    void keepTheManagementPortFromTheService() {
        assertThat(kubernetesObject("Service").at("/spec/ports").valueStream())
                .extracting(port -> port.path("targetPort").asString())
                .containsExactly("http");
    }

    @Test
    void leaveOneReplicaWhileNodesAreDrained() {
        int replicas = kubernetesObject("Deployment").at("/spec/replicas").asInt(0);
        int kept =
                kubernetesObject("PodDisruptionBudget").at("/spec/minAvailable").asInt(0);

        assertThat(replicas).isEqualTo(2);
        assertThat(kept).isPositive().isLessThan(replicas);
    }

    @Test
    void giveContainersNoRightsAndBoundTheirMemory() {
        for (var pod : pods()) {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean(false)).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt(0)).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asString())
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(containers(pod)).allSatisfy(container -> {
                var rights = container.path("securityContext");
                assertThat(rights.path("readOnlyRootFilesystem").asBoolean(false))
                        .isTrue();
                assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(rights.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
                assertThat(container.at("/resources/limits/memory").asString())
                        .isNotEmpty()
                        .isEqualTo(container.at("/resources/requests/memory").asString());
            });
        }
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(entry -> entry.path("name").asString()).toList();
    }

    private static Map<String, String> labels(JsonNode labels) {
        return labels.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, label -> label.getValue().asString()));
    }
}
