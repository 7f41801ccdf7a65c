// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.console.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Files of the console and of its chart library, read once from the class path. No other file can be asked for. */
@Component
final class ConsoleFiles {
    private static final String[] PLACES = {
        "classpath*:dev/ashlar/console/web/files/*",
        "classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.iife.min.js",
        "classpath*:META-INF/resources/webjars/uplot/*/dist/uPlot.min.css"
    };
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", MediaType.parseMediaType("text/html;charset=UTF-8"),
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));
    private static final String PAGE = "index.html";
    private static final String VERSION_IN_PAGE = "@version@";

    private final Map<String, ConsoleFile> byName = new TreeMap<>();
    private final ConsoleFile page;
    private final String version;

    ConsoleFiles() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        for (var place : PLACES) {
            for (var resource : resources.getResources(place)) {
                var name = Objects.requireNonNull(resource.getFilename());
                var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
                byName.put(
                        name,
                        new ConsoleFile(
                                resource.getContentAsString(StandardCharsets.UTF_8),
                                Objects.requireNonNull(type, () -> "no media type is known for " + name)));
            }
        }
        var template = Objects.requireNonNull(byName.remove(PAGE));
        version = versionOf(template, byName);
        page = new ConsoleFile(template.text().replace(VERSION_IN_PAGE, version), template.type());
    }

    /** Returns the page, which names the other files by their version. */
    ConsoleFile page() {
        return page;
    }

    /** Returns the version of all files together, which changes with each of them. */
    String version() {
        return version;
    }

    Optional<ConsoleFile> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static String versionOf(ConsoleFile template, Map<String, ConsoleFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(template.text().getBytes(StandardCharsets.UTF_8));
            files.forEach((name, file) -> digest.update((name + file.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
