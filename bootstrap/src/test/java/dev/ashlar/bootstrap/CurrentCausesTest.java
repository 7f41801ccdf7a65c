// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Cause;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Requests, jobs and listeners are causes, and nothing else is. */
class CurrentCausesTest {
    private static final String PATTERN = "/api/v1/orders/{id}/refund";

    private final ObservationRegistry observations = ObservationRegistry.create();
    private final CurrentCauses causes = new CurrentCauses(observations);

    @BeforeEach
    void observe() {
        observations.observationConfig().observationHandler(_ -> true);
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }

    @Test
    void areRequestsWithTheirPathPatternAndCaller() {
        var user = UUID.randomUUID();
        request(PATTERN);
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(Jwt.withTokenValue("t")
                        .header("alg", "none")
                        .subject(user.toString())
                        .build()));
        assertThat(causes.current()).contains(new Cause(new UserId(user), "POST " + PATTERN, null));
    }

    @Test
    void haveNoActorWithoutAnAccessToken() {
        request(PATTERN);
        assertThat(causes.current()).contains(new Cause(null, "POST " + PATTERN, null));
    }

    @Test
    void areJobsAndListeners() {
        assertThat(observed("job", "wallet.expire-holds")).isEqualTo("job wallet.expire-holds");
        assertThat(observed("listener", "commerce.credit-tokens")).isEqualTo("listener commerce.credit-tokens");
    }

    @Test
    void areFoundFromWithinObservationsOfTheirParts() {
        var outer = Observation.createNotStarted("ashlar.job", observations).lowCardinalityKeyValue("job", "a.b");
        assertThat(outer.observe(() -> observed("statement", "x"))).isEqualTo("job a.b");
    }

    @Test
    void areNothingElse() {
        assertThat(causes.current()).isEmpty();
        assertThat(observed("statement", "x")).isNull();
        request(null);
        assertThat(causes.current()).isEmpty();
    }

    private String observed(String key, String value) {
        return Observation.createNotStarted("part", observations)
                .lowCardinalityKeyValue(key, value)
                .observe(() -> causes.current().map(Cause::action).orElse(null));
    }

    private static void request(String pattern) {
        var request = new MockHttpServletRequest("POST", "/api/v1/orders/1/refund");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
