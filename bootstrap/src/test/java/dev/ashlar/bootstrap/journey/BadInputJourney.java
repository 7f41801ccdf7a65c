// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every operation answers nonsense with a problem that names it, never with a fault, and writes nothing. */
@JourneyTest
class BadInputJourney {
    private static final String HOSTILE =
            "'; DROP TABLE wallet.tokens; -- <script>alert(1)</script> ${jndi:ldap://x} \\u202E 😈";

    /** Made once, because each of them logs people in. */
    private static List<ContextProvocations> contexts = List.of();

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Api admin;
    private List<Operation> operations;

    @BeforeEach
    void readDescription() {
        admin = Api.at(port).demo("admin");
        operations = Operation.all(admin);
    }

    @Test
    void bodiesThatAreNotWhatTheyShouldBe() {
        long rows = rows();
        for (var operation : withBody()) {
            var path = operation.filledPath();
            for (var nonsense : List.of("{", "[]", "42", "{}{}", "{\"a\":1,\"a\":2}", "\u0000")) {
                operation.call(admin, path, nonsense).isProblem(400, "request.invalid");
            }
            if (operation.requiresBody()) {
                operation.call(admin, path, "").isProblem(400, "request.invalid");
                operation.call(admin, path, "null").isProblem(400, "request.invalid");
            }
            var surprising = operation.body().put("surprise", 1).toString();
            operation
                    .call(admin, path, surprising)
                    .isProblem(400, "request.invalid")
                    .naming("/surprise");
            var huge = "{\"surprise\":\"" + "x".repeat(2_000_000) + "\"}";
            operation.call(admin, path, huge).isProblem(413, "request.too-large");
            operation
                    .call(admin, path, "a=b", "Content-Type", "application/x-www-form-urlencoded")
                    .isProblem(415, "request.unsupported-media-type");
        }
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void fieldsOfTheWrongType() {
        long rows = rows();
        var open = contexts().stream()
                .flatMap(context -> context.openFields().stream())
                .collect(toSet());
        for (var operation : withBody()) {
            for (var field : operation.body().propertyNames()) {
                if (open.contains(operation + " /" + field)) {
                    continue;
                }
                var wrong = operation.body();
                wrong.putObject(field).put("not", "this");
                operation.call(admin, operation.filledPath(), wrong.toString()).isProblem(400, "request.invalid");
                if (operation.body().get(field).isString()) {
                    wrong.put(field, "nul \u0000");
                    operation
                            .call(admin, operation.filledPath(), wrong.toString())
                            .isProblem(400, "request.invalid")
                            .naming("/" + field);
                    wrong.put(field, 17);
                    operation
                            .call(admin, operation.filledPath(), wrong.toString())
                            .isProblem(400, "request.invalid")
                            .naming("/" + field);
                    wrong.put(field, "x".repeat(200_000));
                    operation
                            .call(admin, operation.filledPath(), wrong.toString())
                            .isProblem(400, "request.invalid")
                            .naming("/" + field);
                }
            }
        }
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void hostileTextIsTextOrRefused() {
        for (var operation : withBody()) {
            for (var field : operation.body().propertyNames()) {
                if (operation.body().get(field).isString()) {
                    var answer = operation.call(
                            admin,
                            operation.filledPath(),
                            operation.body().put(field, HOSTILE).toString());
                    assertThat(answer.status())
                            .as("%s %s: %s", operation, field, answer.text())
                            .isLessThan(500);
                }
            }
        }
        assertThat(rows()).isPositive();
    }

    @Test
    void idsThatAreNone() {
        for (var operation : operations) {
            for (var id : operation.idsAndDates()) {
                for (var nonsense :
                        List.of("1", "1-1-1-1-1", "%27%20OR%201%3D1", "019A0000-0000-7000-8000-00000000000")) {
                    var path = Operation.filled(operation.path().replace("{" + id + "}", nonsense));
                    var body = operation.hasBody() ? operation.body().toString() : null;
                    operation
                            .call(admin, path, body)
                            .isProblem(400, "request.invalid")
                            .naming(id);
                }
            }
        }
    }

    /** An empty limit means the usual one, but not in a request of a page. */
    private static List<String> limits(Operation operation) {
        var wrong = List.of("-1", "0", "101", "1000000000", "ten");
        return operation.parameters("query").contains("cursor")
                ? Stream.concat(wrong.stream(), Stream.of("")).toList()
                : wrong;
    }

    @Test
    void parametersThatAreNone() {
        for (var operation : operations) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            var path = operation.filledPath();
            operation
                    .call(admin, path + "?surprise=1", null)
                    .isProblem(400, "request.invalid")
                    .naming("surprise");
            for (var parameter : operation.parameters("query")) {
                var nonsense = parameter.equals("limit")
                        ? limits(operation)
                        : operation.isAnyText(parameter) ? List.of("%00") : List.of("%00", "%27--");
                for (var value : nonsense) {
                    var query = operation.requiredBesides(parameter) + parameter + "=" + value;
                    var answer = operation.call(admin, path + "?" + query, null);
                    var code = parameter.equals("cursor") && value.equals("%27--")
                            ? "request.invalid-cursor"
                            : "request.invalid";
                    answer.isProblem(400, code).naming(parameter);
                }
            }
        }
    }

    @Test
    void headersThatAreTooLargeOrWrong() {
        var tooLarge = admin.get("/api/v1/wallet", "X-Large", "x".repeat(100_000));
        assertThat(tooLarge.status()).isBetween(400, 499);
        assertThat(tooLarge.header("Content-Type")).startsWith("application/problem+json");

        admin.get("/api/v1/wallet", "X-Platform", "nowhere")
                .isProblem(400, "request.unknown-platform")
                .naming("X-Platform");
        admin.get("/api/v1/nowhere").isProblem(404, "request.not-found");
        admin.send("PUT", "/api/v1/wallet", null).isProblem(405, "request.method-not-allowed");
        admin.get("/api/v1/wallet", "Accept", "image/png").isProblem(406, "request.not-acceptable");
        operations.stream()
                .filter(operation -> operation.parameters("header").contains("If-Match"))
                .forEach(operation -> {
                    var body = operation.hasBody() ? operation.body().toString() : null;
                    admin.send(operation.method(), operation.filledPath(), body)
                            .isProblem(428, "request.version-required");
                    assertThat(admin.send(operation.method(), operation.filledPath(), body, "If-Match", "yesterday")
                                    .status())
                            .as("%s", operation)
                            .isIn(404, 412);
                });
    }

    private List<Operation> withBody() {
        var withBody = operations.stream()
                .filter(Operation::hasBody)
                .filter(operation -> !operation.parameters("header").contains("X-Signature")) // others define the body
                .toList();
        assertThat(withBody).hasSizeGreaterThan(10);
        return withBody;
    }

    private List<ContextProvocations> contexts() {
        if (contexts.isEmpty()) {
            contexts = ContextProvocations.of(new ContextProvocations.Stage(Api.at(port), Api.at(port), databases))
                    .toList();
        }
        return contexts;
    }

    /** Rows in all tables but logs. */
    private long rows() {
        var logs =
                contexts().stream().flatMap(context -> context.logs().stream()).collect(joining("|", "^(", ")"));
        var sql = """
                SELECT sum((xpath('/row/count/text()', query_to_xml(
                    format('SELECT count(*) FROM %I.%I', schemaname, tablename), FALSE, TRUE, '')))[1]::text::bigint)
                FROM pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')
                  AND schemaname || '.' || tablename !~ :logs""";
        return databases
                .database()
                .psql()
                .sql(sql)
                .param("logs", logs)
                .query(Long.class)
                .single();
    }
}
