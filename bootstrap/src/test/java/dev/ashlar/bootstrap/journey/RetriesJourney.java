// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtEncoder;

/** Requests that are sent again have the effect that the API description promises. */
@JourneyTest
@Tag("exhaustive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // all tests together send each request twice
class RetriesJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Autowired
    private JwtEncoder tokens;

    private List<Operation> operations;
    private Retries retries;
    private Api nobody;

    @BeforeAll
    void readDescription() {
        operations = Operation.withForeign(Api.at(port));
        retries = new Retries(operations);
        nobody = Api.at(port, retries);
        Purchases.awaitGateway(nobody);
    }

    @AfterEach
    void assertPromisesAreKept() {
        assertThat(retries.broken()).isEmpty();
    }

    @AfterAll
    void assertEachPromiseWasTried() {
        assertThat(retries.untried()).isEmpty();
    }

    @Test
    void requestsOnTheWayToAllDocumentedProblems() {
        var provocations = new Provocations(operations);
        ContextProvocations.of(Stage.of(nobody, databases, tokens)).forEach(context -> context.addTo(provocations));

        provocations.refusals().forEach(provocations::provoke);
    }

    @Test
    void examplesOfAllOperations() {
        var successes = Successes.of(operations, Stage.of(nobody, databases, tokens));

        operations.forEach(operation -> successes.prepare(operation).send());
    }
}
