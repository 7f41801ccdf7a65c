// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Image in an OCI archive.
 *
 * @param configuration user, entry point and environment
 * @param root directory with the files of all layers
 */
record Image(JsonNode manifest, JsonNode configuration, Path root) {
    /** Unpacks the archive and its layers in a directory, as a container engine does. */
    static Image unpack(Path archive, Path directory) throws IOException, InterruptedException {
        var content = Files.createDirectory(directory.resolve("content"));
        var root = Files.createDirectory(directory.resolve("root"));
        Command.run(List.of("tar", "-xf", archive.toString(), "-C", content.toString()));
        var index = JsonMapper.shared().readTree(Files.readString(content.resolve("index.json")));
        var manifest = blob(content, index.at("/manifests/0/digest").asString());
        for (var layer : manifest.path("layers").values()) {
            var file = file(content, layer.path("digest").asString());
            Command.run(List.of("tar", "-xzpf", file.toString(), "-C", root.toString()));
        }
        return new Image(manifest, blob(content, manifest.at("/config/digest").asString()), root);
    }

    private static JsonNode blob(Path content, String digest) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file(content, digest)));
    }

    private static Path file(Path content, String digest) {
        return content.resolve("blobs").resolve(digest.replace(':', '/'));
    }

    List<String> entryPoint() {
        return strings("/config/Entrypoint");
    }

    List<String> strings(String place) {
        return configuration.at(place).valueStream().map(JsonNode::asString).toList();
    }
}
