// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Access to every operation, with and without a token. */
@JourneyTest
class AccessJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    @Test
    void refusesEveryOperationThatIsNotPublicWithoutAToken() {
        var anonymous = Api.at(port);
        var closed = Operation.all(anonymous).stream()
                .filter(operation -> !operation.isPublic())
                .toList();
        assertThat(closed).hasSizeGreaterThan(15);

        for (var operation : closed) {
            operation.call(anonymous).isProblem(401, "auth.unauthenticated");
            operation.call(anonymous.with("not.a.token")).isProblem(401, "auth.unauthenticated");
        }
    }

    @Test
    void ignoresABadTokenAtEveryPublicOperation() {
        var anonymous = Api.at(port);
        var open = Operation.all(anonymous).stream().filter(Operation::isPublic).toList();
        assertThat(open).hasSizeGreaterThan(10);

        for (var operation : open) {
            var answer = operation.call(anonymous.with("not.a.token"));
            assertThat(answer.status() == 401 && answer.text().contains("auth.unauthenticated"))
                    .as(answer.request())
                    .isFalse();
        }
    }

    @Test
    void refusesATokenWithAForgedOrMissingSignature() {
        var anonymous = Api.at(port);
        var forged = "eyJhbGciOiJIUzI1NiJ9"
                + ".eyJpc3MiOiJhc2hsYXIiLCJzdWIiOiIwMTlhMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLCJyb2xlIjoiYWRtaW4i"
                + "LCJleHAiOjQxMDI0NDQ4MDB9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        var unsigned = "eyJhbGciOiJub25lIn0"
                + ".eyJpc3MiOiJhc2hsYXIiLCJzdWIiOiIwMTlhMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLCJyb2xlIjoiYWRtaW4i"
                + "LCJleHAiOjQxMDI0NDQ4MDB9.";
        anonymous.with(forged).get("/api/v1/users").isProblem(401, "auth.unauthenticated");
        anonymous.with(unsigned).get("/api/v1/users").isProblem(401, "auth.unauthenticated");
    }

    @Test
    void refusesAdministrativeOperationsToAllOtherRoles() {
        var anonymous = Api.at(port);
        var provocations = new Provocations(Operation.all(anonymous));
        ContextProvocations.of(new ContextProvocations.Stage(anonymous, anonymous, databases))
                .forEach(context -> context.addTo(provocations));
        assertThat(provocations.administrative()).hasSizeGreaterThan(50);

        for (var username : List.of("student", "mentor", "sales")) {
            var person = anonymous.demo(username);
            provocations
                    .administrative()
                    .forEach(operation -> operation.call(person).isProblem(403, "auth.forbidden"));
        }
    }
}
