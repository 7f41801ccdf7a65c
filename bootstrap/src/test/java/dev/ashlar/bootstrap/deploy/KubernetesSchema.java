// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Schema of Kubernetes' objects, as the models of its client have it: known fields, required fields and their nesting. */
final class KubernetesSchema {
    private static final Map<String, String> API_VERSIONS = Map.of(
            "ConfigMap", "v1",
            "Deployment", "apps/v1",
            "Job", "batch/v1",
            "NetworkPolicy", "networking.k8s.io/v1",
            "PodDisruptionBudget", "policy/v1",
            "Service", "v1");

    private KubernetesSchema() {}

    /** Refuses an object that Kubernetes would not take. */
    static void check(JsonNode object) {
        var kind = object.path("kind").asString();
        var apiVersion = object.path("apiVersion").asString();
        if (!apiVersion.equals(API_VERSIONS.get(kind))) {
            throw new IllegalArgumentException(kind + " is not in API version " + apiVersion + ".");
        }
        try {
            Class.forName("io.kubernetes.client.openapi.models.V1" + kind)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause().getMessage(), refused.getCause());
        } catch (ReflectiveOperationException noModel) {
            throw new IllegalStateException(noModel);
        }
    }
}
