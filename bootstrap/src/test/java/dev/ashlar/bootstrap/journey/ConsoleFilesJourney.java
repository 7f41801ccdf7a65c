// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of the console, as any client gets them. */
@JourneyTest
class ConsoleFilesJourney {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/console/[^\"]+)/main\\.js\"");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*'\\./([\\w-]+\\.js)';");

    /** A path in a script, with or without the method before it. */
    private static final Pattern PATH =
            Pattern.compile("(?:(get|post)\\(|path: |send\\('(POST)', )['`](/[a-z][^'`]*)['`]");

    @LocalServerPort
    private int port;

    @Test
    void callOnlyOperationsThatAreDocumented() {
        var documented = new TreeSet<String>();
        Operation.all(Api.at(port))
                .forEach(operation -> documented.add(
                        operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "*")));
        var called = new TreeSet<String>();
        scripts()
                .forEach(script -> PATH.matcher(script)
                        .results()
                        .forEach(found ->
                                called.add(("post".equals(found.group(1)) || found.group(2) != null ? "POST" : "GET")
                                        + " /api/v1" + found.group(3).replaceAll("\\$\\{[^}]*}", "*"))));

        assertThat(called).hasSizeGreaterThan(15).isSubsetOf(documented);
    }

    @Test
    void areOpenWhileTheirDataIsClosed() {
        var nobody = Api.at(port);
        nobody.get("/console").is(200);
        assertThat(scripts()).isNotEmpty();
        nobody.get("/api/v1/operations/jobs").isProblem(401, "auth.unauthenticated");
    }

    @Test
    void areNoPartOfTheApiDescription() {
        assertThat(Api.at(port).get("/v3/api-docs").is(200).json().at("/paths").propertyNames())
                .noneMatch(path -> path.startsWith("/console"));
    }

    private Stream<String> scripts() {
        var api = Api.at(port);
        var root = SCRIPT.matcher(api.get("/console").is(200).text());
        assertThat(root.find()).isTrue();
        var found = new TreeSet<String>();
        add(api, root.group(1), "main.js", found);
        return found.stream().map(name -> api.get(root.group(1) + "/" + name).text());
    }

    private static void add(Api api, String root, String name, TreeSet<String> found) {
        if (found.add(name)) {
            IMPORT.matcher(api.get(root + "/" + name).is(200).text())
                    .results()
                    .forEach(imported -> add(api, root, imported.group(1), found));
        }
    }
}
