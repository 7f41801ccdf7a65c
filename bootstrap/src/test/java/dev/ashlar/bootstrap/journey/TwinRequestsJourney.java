// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.web.RetryEffect;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same request, sent several times at once as by an impatient client, has one effect and is no fault. */
@JourneyTest
@Tag("exhaustive")
class TwinRequestsJourney {
    private static final int TWINS = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @TestFactory
    Stream<DynamicTest> haveOneEffect() {
        var nobody = Api.at(port);
        Purchases.awaitGateway(nobody);
        var operations = Operation.withForeign(nobody);
        var successes = Successes.of(operations, new Stage(nobody, nobody, databases));
        return operations.stream()
                .filter(operation -> !operation.method().equals("GET"))
                .map(operation -> dynamicTest(
                        operation.toString(), () -> check(operation, sendAtOnce(successes.prepare(operation)))));
    }

    private static List<Api.Answer> sendAtOnce(Success.Request request) throws InterruptedException {
        try (var clients = Executors.newFixedThreadPool(TWINS)) {
            return clients.invokeAll(Collections.nCopies(TWINS, (Callable<Api.Answer>) request::send)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static void check(Operation operation, List<Api.Answer> answers) {
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isLessThan(500));
        var successes = answers.stream().filter(answer -> answer.status() < 300).toList();
        assertThat(successes)
                .as("%s", answers.stream().map(Api.Answer::text).toList())
                .isNotEmpty();
        var effect = Retries.promise(operation).orElse(RetryEffect.REPEATED);
        if (effect == RetryEffect.ANSWERED || effect == RetryEffect.STALE) {
            assertThat(successes.stream().collect(groupingBy(Api.Answer::text))).hasSize(1);
        }
        if (effect == RetryEffect.REFUSED
                || effect == RetryEffect.STALE && operation.method().equals("PATCH")) {
            assertThat(successes).hasSize(1);
        }
    }
}
