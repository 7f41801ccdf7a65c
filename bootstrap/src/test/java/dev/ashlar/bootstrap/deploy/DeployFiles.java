// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML files in {@code deploy/}. */
final class DeployFiles {
    static final Path DIRECTORY = Path.of("..", "deploy").toAbsolutePath().normalize();

    private DeployFiles() {}

    /** Returns the document of a file. */
    static JsonNode read(String file) {
        return documents(DIRECTORY.resolve(file)).getFirst();
    }

    /** Returns all objects in the manifests for Kubernetes. */
    static List<JsonNode> kubernetesObjects() {
        try (var files = Files.list(DIRECTORY.resolve("kubernetes"))) {
            return files.sorted().flatMap(file -> documents(file).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the object of a kind, of which there is one. */
    static JsonNode kubernetesObject(String kind) {
        return kubernetesObjects().stream()
                .filter(object -> object.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the specifications of the pods: that of the server and that of the migration. */
    static List<JsonNode> pods() {
        return Stream.of("Deployment", "Job")
                .map(kind -> kubernetesObject(kind).at("/spec/template/spec"))
                .toList();
    }

    /** Returns the containers of a pod, those that run before the others first. */
    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> pod.path(list).valueStream());
    }

    private static List<JsonNode> documents(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            var yaml = new Yaml(new SafeConstructor(duplicatesRefused()));
            return StreamSupport.stream(yaml.loadAll(text).spliterator(), false)
                    .<JsonNode>map(document -> JsonMapper.shared().valueToTree(document))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LoaderOptions duplicatesRefused() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
    }
}
