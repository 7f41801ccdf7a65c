// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.bootstrap.journey.Provocations.Refusal;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** Each problem that the API description names happens to a request that provokes it. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // gathering takes seconds, and only one of the tests provokes
class DocumentedProblemsJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private JwtEncoder tokens;

    private List<Operation> operations;
    private Provocations provocations;

    @BeforeAll
    void gatherProvocations() {
        var nobody = Api.at(port);
        operations = Operation.all(nobody);
        Purchases.awaitGateway(nobody);
        provocations = new Provocations(operations).addCommon(nobody.demo("admin"));
        provocations.addExamples(nobody, "request.not-found", "GET /problems/{code}");
        ContextProvocations.of(Stage.of(nobody, databases, tokens)).forEach(context -> context.addTo(provocations));
    }

    @Test
    void whatIsDocumentedIsWhatIsProvoked() {
        var documented = operations.stream()
                .flatMap(operation ->
                        operation.problems().keySet().stream().map(code -> new Refusal(operation.toString(), code)))
                .collect(toSet());
        assertThat(provocations.refusals()).containsExactlyInAnyOrderElementsOf(documented);
    }

    @TestFactory
    Stream<DynamicTest> happensAsDocumented() {
        return operations.stream()
                .flatMap(operation -> operation.problems().entrySet().stream().map(problem -> {
                    var refusal = new Refusal(operation.toString(), problem.getKey());
                    return dynamicTest(refusal.toString(), () -> {
                        var answer = provocations.provoke(refusal).isProblem(problem.getValue(), problem.getKey());
                        assertThat(operation.isCalledBy(answer))
                                .as(answer.request())
                                .isTrue();
                    });
                }));
    }
}
