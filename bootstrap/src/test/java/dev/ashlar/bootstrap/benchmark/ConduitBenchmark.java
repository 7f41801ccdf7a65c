// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reading through the RealWorld API, beside {@link BareHandler}, which does the same in the same server without Ashlar's layers, and
 * beside {@link BareConduit}, which does it without a framework.
 */
@Tag("benchmark")
class ConduitBenchmark {
    private static final int CLIENTS = 16;

    private static final String LIST = "/api/articles?limit=20";
    private static final String ARTICLE = "/api/articles/article-250";
    private static final String FEED = "/api/articles/feed?limit=20";
    private static final String TAGS = "/api/tags";
    private static final String[] NOBODY = {};

    /** The compiler of the JVM takes tens of thousands of requests to be done with a large application, and few with a small one. */
    private static final int WARM_UP_ROUNDS = 14;

    @TempDir
    private static Path home;

    private static ServedAshlar ashlar;
    private static BareProcess bare;
    private static String[] signedIn;

    @BeforeAll
    static void start() {
        ashlar = ServedAshlar.start(home);
        ConduitData.insert(ashlar.psql(), ConduitData.READER);
        bare = BareProcess.start(home, ashlar.url(), ServedAshlar.SECRET);
        signedIn = new String[] {"Authorization", "Token " + ashlar.token(ConduitData.READER, "student")};
        warmUp();
    }

    /** All kinds in turns, so that nothing is compiled for one of them alone. */
    private static void warmUp() {
        var paths = List.of(LIST, ARTICLE, FEED, TAGS, LIST);
        new Load("Warm-up", CLIENTS, 10_000, 0, 3)
                .contender("Ashlar", client -> {
                    var http = ashlar.connect();
                    return number -> http.get(paths.get(number % 5), number % 5 < 2 ? NOBODY : signedIn)
                            .is(200);
                })
                .contender("bare handler", client -> {
                    var http = ashlar.connect();
                    return number -> http.get(bare(paths.get(number % 5)), number % 5 < 2 ? NOBODY : signedIn)
                            .is(200);
                })
                .contender("bare servlet", client -> {
                    var http = bare.connect();
                    return number -> http.get(paths.get(number % 5), number % 5 < 2 ? NOBODY : signedIn)
                            .is(200);
                })
                .run(ashlar.statements());
    }

    @AfterAll
    static void stop() {
        bare.close();
        ashlar.close();
    }

    @Test
    void readsListsAnonymously() throws IOException {
        measure("Conduit list, anonymous", 5000, LIST);
    }

    @Test
    void listSignedIn() throws IOException {
        measure("Conduit list, signed in", 5000, LIST, signedIn);
    }

    @Test
    void readsOneArticle() throws IOException {
        measure("Conduit article", 8000, ARTICLE);
    }

    @Test
    void readsTheFeed() throws IOException {
        measure("Conduit feed", 5000, FEED, signedIn);
    }

    @Test
    void readsAllTags() throws IOException {
        measure("Conduit tags", 8000, TAGS);
    }

    private static String bare(String path) {
        return path.replaceFirst("/api/", "/bare/");
    }

    private static void measure(String what, int requests, String path, String... headers) throws IOException {
        try (var one = ashlar.connect();
                var other = bare.connect()) {
            var answer =
                    JsonMapper.shared().readTree(one.get(path, headers).is(200).text());
            assertThat(List.of(one.get(bare(path), headers), other.get(path, headers)))
                    .as("all say the same")
                    .allSatisfy(same -> assertThat(
                                    JsonMapper.shared().readTree(same.is(200).text()))
                            .isEqualTo(answer));
        }
        new Load(what, CLIENTS, requests, WARM_UP_ROUNDS, 5)
                .contender("Ashlar", client -> {
                    var http = ashlar.connect();
                    return number -> http.get(path, headers).is(200);
                })
                .contender("bare handler", client -> {
                    var http = ashlar.connect();
                    return number -> http.get(bare(path), headers).is(200);
                })
                .contender("bare servlet", client -> {
                    var http = bare.connect();
                    return number -> http.get(path, headers).is(200);
                })
                .run(ashlar.statements())
                .add("Memory of Ashlar", ashlar.memory())
                .add("Memory of the bare servlet", bare.memory())
                .print();
    }
}
