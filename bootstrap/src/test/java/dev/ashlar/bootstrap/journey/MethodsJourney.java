// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each path answers the methods that are described for it, HEAD as GET without a body, and refuses all others. */
@JourneyTest
class MethodsJourney {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> SAME_HEADERS = List.of("ETag", "Content-Type", "Cache-Control");

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Api nobody;
    private List<Operation> operations;

    @BeforeEach
    void readDescription() {
        nobody = Api.at(port);
        operations = Operation.withForeign(nobody);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherMethods() {
        var admin = nobody.demo("admin");
        return operations.stream()
                .map(Operation::filledPath)
                .distinct()
                .map(path -> dynamicTest(path, () -> {
                    var described = operations.stream()
                            .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                            .map(Operation::method)
                            .collect(toCollection(TreeSet::new));
                    for (var method : METHODS) {
                        if (!described.contains(method)) {
                            var answer = admin.send(method, path, null);
                            assertThat(answer.status())
                                    .as("%s %s", method, answer.text())
                                    .isEqualTo(405);
                            assertThat(Set.of(answer.header("Allow").split(", ?")))
                                    .as(method)
                                    .containsAll(described)
                                    .doesNotContain(method);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersHeadAsGet() {
        Purchases.awaitGateway(nobody);
        var successes = Successes.of(operations, new Stage(nobody, nobody, databases));
        return operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var request = successes.prepare(operation);
                    var whole = request.send();
                    var head = request.caller().send("HEAD", request.path(), null, request.headers());
                    assertThat(head.status()).isEqualTo(whole.status());
                    assertThat(head.text()).isEmpty();
                    assertThat(SAME_HEADERS)
                            .allSatisfy(name ->
                                    assertThat(head.header(name)).as(name).isEqualTo(whole.header(name)));
                }));
    }
}
