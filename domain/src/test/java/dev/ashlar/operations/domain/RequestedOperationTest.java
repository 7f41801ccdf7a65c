// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedOperationTest {
    @Test
    void hasThePathOfAKnownRoute() {
        assertThat(RequestedOperation.of("GET", "/api/v1/orders/{id}", "/api/v1/orders/7;a=secret/items"))
                .isEqualTo(new RequestedOperation("GET", "/api/v1/orders/{id}", "/api/v1/orders/7/items"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/calendar/{secret}.ics",
                "/a/{resetToken}",
                "/a/{apiKey}/b",
                "/verify/{code}",
                "/{PASSWORD}",
                "/api/profiles/{username}/follow",
                "/**"
            })
    void hasNoPathThatHoldsASecret(String route) {
        assertThat(RequestedOperation.of("GET", route, "/a/s3cr3t").path()).isNull();
        assertThat(RequestedOperation.of("GET", "/api/v1/tokens/{id}", "/api/v1/tokens/7")
                        .path())
                .isEqualTo("/api/v1/tokens/7");
    }

    @Test
    void hasNoPathWithoutARoute() {
        var unmatched = new RequestedOperation("GET", RequestedOperation.UNMATCHED, null);
        assertThat(RequestedOperation.of("GET", null, "/password=s3cr3t")).isEqualTo(unmatched);
        assertThat(RequestedOperation.of("GET", "", "/password=s3cr3t")).isEqualTo(unmatched);
        assertThat(RequestedOperation.of("GET", "/a", "").path()).isNull();
    }

    @Test
    void hasOneNameForAllUnknownMethods() {
        assertThat(RequestedOperation.of("BREW", "/a", "/a").method()).isEqualTo("OTHER");
        assertThat(RequestedOperation.of("PATCH", "/a", "/a").method()).isEqualTo("PATCH");
    }

    @Test
    void isCutToWhatIsStored() {
        var operation = RequestedOperation.of("GET", "/" + "r".repeat(400), "/" + "p".repeat(9_000));
        assertThat(operation.route()).hasSize(300);
        assertThat(operation.path()).hasSize(500);
    }
}
