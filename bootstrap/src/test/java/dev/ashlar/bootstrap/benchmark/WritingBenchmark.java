// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.benchmark.Load.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Short changes, each in one transaction: an article with tags, a favorite, an adjustment of a wallet. */
@Tag("benchmark")
class WritingBenchmark {
    static final String DESCRIPTION = "What the benchmark is about, in a sentence.";
    static final String BODY = "A line of the article. ".repeat(80);

    private static final UUID ADMIN = UUID.fromString("019a0002-0000-7000-8000-000000000001");

    @TempDir
    private static Path home;

    private static ServedAshlar ashlar;
    private static WritingByJdbc plain;

    @BeforeAll
    static void start() {
        ashlar = ServedAshlar.start(home);
        Timetable.fill(ashlar.psql(), Timetable.MENTORS);
        ConduitData.insert(ashlar.psql(), ConduitData.READER);
        plain = new WritingByJdbc(ashlar.connections());
    }

    @AfterAll
    static void stop() {
        ashlar.close();
    }

    /** The article that the student of this number favors; each student has other ones. */
    static int favored(int number) {
        return number / Timetable.STUDENTS % ConduitData.ARTICLES + 1;
    }

    /** Two of 50 tags: articles with the same tags wait for each other, because their counts change. */
    static List<String> tags(int number) {
        return List.of("tag" + (number % 50 + 1), "tag" + ((number + 25) % 50 + 1));
    }

    @Test
    void publishesArticles() throws IOException {
        var load = new Load("Publishing an article", 32, 500, 30, 7);
        long before = count("publishing.posts");
        var token = "Token " + ashlar.token(ConduitData.READER, "student");

        measure(
                load,
                plain::publish,
                http -> number -> http.post(
                                "/api/articles",
                                """
                        {"article": {"title": "Ashlar %d", "description": "%s", "body": "%s", "tagList": ["%s"]}}
                        """.formatted(number, DESCRIPTION, BODY, String.join("\", \"", tags(number))),
                                "Authorization",
                                token)
                        .is(201));

        assertThat(count("publishing.posts") - before).isEqualTo(2L * load.requestsPerContender());
    }

    @Test
    void addsFavorites() throws IOException {
        var load = new Load("Adding a favorite", 32, 1000, 30, 7);
        long before = count("publishing.favorites");
        var tokens = IntStream.range(0, Timetable.STUDENTS)
                .mapToObj(number -> "Token " + ashlar.token(Timetable.student(number), "student"))
                .toList();

        measure(
                load,
                plain::favorite,
                http -> number -> http.post(
                                "/api/articles/" + ConduitData.slug(favored(number)) + "/favorite",
                                "",
                                "Authorization",
                                tokens.get(number % Timetable.STUDENTS))
                        .is(200));

        assertThat(count("publishing.favorites") - before).isEqualTo(2L * load.requestsPerContender());
    }

    @Test
    void adjustsWallets() throws IOException {
        var load = new Load("Adjusting a wallet", 32, 1000, 30, 7);
        var token = "Bearer " + ashlar.token(ADMIN, "admin");

        measure(
                load,
                plain::adjust,
                http -> number -> http.post(
                                "/api/v1/wallets/" + Timetable.student(number) + "/adjustments",
                                "{\"tokens\": 1, \"reason\": \"Benchmark\"}",
                                "Authorization",
                                token,
                                "Idempotency-Key",
                                "ashlar-" + number)
                        .is(201));

        assertThat(count("wallet.token_usages WHERE usage_type = 'adjustment'"))
                .isEqualTo(2L * load.requestsPerContender());
    }

    /** The first half of the numbers is Ashlar's, the second one plain JDBC's. */
    private static void measure(Load load, Request byJdbc, Function<HttpConnection, Request> byHttp)
            throws IOException {
        load.contender("Ashlar", client -> byHttp.apply(ashlar.connect()))
                .contender("plain JDBC", client -> number -> byJdbc.send(load.requestsPerContender() + number))
                .run(ashlar.statements())
                .add("Memory of Ashlar", ashlar.memory())
                .print();
    }

    private static long count(String fromWhere) {
        return JdbcClient.create(ashlar.connections())
                .sql("SELECT count(*) FROM " + fromWhere)
                .query(Long.class)
                .single();
    }
}
