// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Each operation succeeds with its documented example, and answers everybody as described. Callers of each role send the same request
 * first, with the ids of what belongs to another. A file of each context in {@code callers} names the roles for which it succeeds all the
 * same, and those that it refuses for its content or state only. All others are not let in.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // callers of each role are made once
class ExamplesJourney {
    private static final String CALLERS = "classpath*:dev/ashlar/bootstrap/journey/callers/*.txt";
    private static final Set<String> NOT_LOGGED_IN = Set.of("anonymous", "deactivated");
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 404);

    /** Changes of the account of the caller, which would end the sessions of the other roles. */
    private static final Pattern OWN_ACCOUNT =
            Pattern.compile("(PUT /api/user|P\\w+ /api/v1/me(/(password|email|delete|second-factor.*))?)");

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private List<Operation> operations;
    private Successes successes;
    private DescribedAnswers described;
    private Map<String, Api> others;
    private Map<String, String> letIn;

    @BeforeAll
    void makeCallers() throws IOException {
        var nobody = Api.at(port);
        Purchases.awaitGateway(nobody);
        operations = Operation.withForeign(nobody);
        successes = Successes.of(operations, new Stage(nobody, nobody, databases));
        described = new DescribedAnswers(nobody.get("/v3/api-docs").json());
        others = others(nobody);
        letIn = new HashMap<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(CALLERS)) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(":", 2))
                    .forEach(line -> letIn.put(line[0], line[1].strip()));
        }
    }

    private static Map<String, Api> others(Api nobody) {
        var office = new SalesOffice(nobody);
        var head = office.hired();
        office.admin
                .put("/api/v1/sales-heads/" + head.myId(), Map.of("team", Campus.code()))
                .is(204);
        var deactivated = nobody.newcomer();
        office.admin
                .send("POST", "/api/v1/users/" + deactivated.myId() + "/deactivate", null)
                .is(200);
        var others = new LinkedHashMap<String, Api>();
        others.put("anonymous", nobody);
        others.put("deactivated", deactivated);
        others.put("student", nobody.newcomer());
        others.put("mentor", new Mentoring(nobody).mentor());
        others.put("sales", office.hired());
        others.put("head", head);
        others.put("admin", nobody.demo("auditor"));
        return others;
    }

    @TestFactory
    Stream<DynamicTest> succeedForTheirCallersOnly() {
        return operations.stream().map(operation -> dynamicTest(operation.toString(), () -> check(operation)));
    }

    @Test
    void areAllThatTheTableNames() {
        assertThat(operations.stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(letIn.keySet());
    }

    /** After a success the request is made anew, because its effect may be for once. */
    private void check(Operation operation) {
        var in = new ArrayList<String>();
        var request = successes.prepare(operation);
        var senders = OWN_ACCOUNT.matcher(operation.toString()).matches() ? NOT_LOGGED_IN : others.keySet();
        for (var other : senders) {
            var answer = request.sendAs(Objects.requireNonNull(others.get(other)));
            assertIsDescribed(operation, answer);
            if (answer.status() < 300) {
                in.add(other);
                request = successes.prepare(operation);
            } else if (!NOT_LET_IN.contains(answer.status())) {
                in.add(other + "=" + answer.status());
            }
        }
        assertThat(String.join(" ", in)).isEqualTo(letIn.get(operation.toString()));
        var answer = request.send();
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        assertIsDescribed(operation, answer);
    }

    private void assertIsDescribed(Operation operation, Api.Answer answer) {
        assertThat(described.faults(operation, answer)).as(answer.text()).isEmpty();
    }
}
