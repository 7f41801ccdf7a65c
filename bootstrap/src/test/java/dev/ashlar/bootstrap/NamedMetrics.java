// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Metrics that the dashboard and the alerts of {@code deploy} name. */
public final class NamedMetrics {
    /** Metrics are written with the braces of their labels in our files, so that functions are not taken for them. */
    private static final Pattern METRIC = Pattern.compile("([a-z][a-z0-9_]*)\\{(?!\\{)[^:]*?\\}");

    private static final String OF_PROMETHEUS = "up";
    private static final String OF_REPLICA = "ashlar_replica_";

    private NamedMetrics() {}

    /** Returns the metrics of an Ashlar without a replica. */
    static Set<String> all() throws IOException {
        var named = named();
        named.removeIf(name -> name.startsWith(OF_REPLICA));
        return named;
    }

    /** Returns the metrics that an Ashlar with a replica has besides. */
    public static Set<String> ofReplica() throws IOException {
        var named = named();
        named.removeIf(name -> !name.startsWith(OF_REPLICA));
        return named;
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        for (var file : List.of("grafana/ashlar.json", "prometheus/alerts.yaml")) {
            var names = METRIC.matcher(Files.readString(Path.of("../deploy", file)))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(names).as(file).hasSizeGreaterThan(5);
            named.addAll(names);
        }
        named.remove(OF_PROMETHEUS);
        return named;
    }
}
