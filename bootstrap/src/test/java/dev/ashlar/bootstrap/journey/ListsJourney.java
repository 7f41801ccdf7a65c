// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each list, read row by row and at once. */
@JourneyTest
@Tag("exhaustive")
class ListsJourney {
    private static final int MOST = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @TestFactory
    Stream<DynamicTest> haveTheSameRowsInPagesOfAnySize() {
        var nobody = Api.at(port);
        Purchases.awaitGateway(nobody);
        var operations = Operation.withForeign(nobody);
        var successes = Successes.of(operations, new Stage(nobody, nobody, databases));
        var lists = operations.stream()
                .filter(operation -> operation.parameters("query").contains("cursor"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(40);
        var cursorOfUsers = next(nobody.demo("admin").get("/api/v1/users?limit=1"));
        return lists.stream()
                .map(list -> dynamicTest(list.toString(), () -> {
                    var request = successes.prepare(list);
                    var path = request.path() + (request.path().contains("?") ? '&' : '?');
                    var people = list.isPublic()
                            ? List.of(nobody, request.caller())
                            : List.of(
                                    request.caller(),
                                    nobody.demo("admin"),
                                    nobody.demo("student"),
                                    nobody.demo("mentor"));
                    var foreign = list.path().equals("/api/v1/users") ? null : cursorOfUsers;
                    people.stream()
                            .filter(person -> person.get(path + "limit=1").status() == 200)
                            .forEach(person -> await("a list that listeners and logs no longer write to")
                                    .untilAsserted(() -> check(person, path, foreign)));
                }));
    }

    private static void check(Api person, String path, @Nullable String foreignCursor) {
        var whole = person.get(path + "limit=100").is(200);
        var rows = items(whole);
        var single = new ArrayList<JsonNode>();
        var page = person.get(path + "limit=1").is(200);
        single.addAll(items(page));
        while (!page.header("Link").isEmpty() && single.size() < MOST) {
            var link = page.header("Link");
            assertThat(link).contains("cursor=" + next(page));
            page = person.get(link.substring(1, link.indexOf('>'))).is(200);
            assertThat(items(page)).as(link).hasSize(1);
            single.addAll(items(page));
        }
        assertThat(single).isEqualTo(rows.subList(0, Math.min(single.size(), rows.size())));
        assertThat(single.size()).isEqualTo(Math.min(MOST, rows.size()));
        if (foreignCursor != null) {
            person.get(path + "cursor=" + foreignCursor).isProblem(400, "request.invalid-cursor");
        }
    }

    private static List<JsonNode> items(Api.Answer page) {
        return page.json().at("/items").valueStream().toList();
    }

    private static String next(Api.Answer page) {
        return page.json().at("/nextCursor").asString();
    }
}
