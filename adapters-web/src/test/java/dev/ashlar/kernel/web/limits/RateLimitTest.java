// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.security.AccessTokens;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SampleServer
@Import(RateLimitTest.LoginController.class)
@TestPropertySource(
        properties = {
            "ashlar.rate-limits.address.quota=50",
            "ashlar.rate-limits.address.window=1h",
            "ashlar.rate-limits.caller.quota=3",
            "ashlar.rate-limits.caller.window=1h",
            "ashlar.rate-limits.unverified.quota=2",
            "ashlar.rate-limits.unverified.window=1h",
            "ashlar.rate-limits.login.quota=2",
            "ashlar.rate-limits.login.window=30m"
        })
class RateLimitTest {
    @Autowired
    private Caller client;

    @Autowired
    private LimitedRequests floods;

    @Test
    void refusesACallerWithoutQuotaAndNobodyElse() {
        var caller = token(true);
        var first = client.get(SampleServer.SAMPLE, "Authorization", caller);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"caller\";q=3;w=3600");
        assertThat(first.header("RateLimit")).matches("\"caller\";r=2;t=(1199|1200)");
        client.get(SampleServer.SAMPLE, "Authorization", caller);
        client.get(SampleServer.SAMPLE, "Authorization", caller);

        var refused = client.get(SampleServer.SAMPLE, "Authorization", caller);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("request.rate-exceeded");
        assertThat(refused.json().path("detail").asString(""))
                .startsWith("3 requests in 3600 seconds were sent. Wait 1")
                .endsWith(" seconds and send the request again.");
        assertThat(refused.header("Retry-After")).isIn("1199", "1200");
        assertThat(refused.header("RateLimit")).startsWith("\"caller\";r=0;t=");
        assertThat(client.get(SampleServer.SAMPLE, "Authorization", token(true)).status())
                .isEqualTo(200);
    }

    @Test
    void limitsChangesOfUnverifiedUsersButNotTheirReads() {
        var unverified = token(false);
        for (int sent = 0; sent < 2; sent++) {
            assertThat(change(unverified).status()).isNotEqualTo(429);
        }

        var refused = change(unverified);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"unverified\";q=2;w=3600");
        assertThat(client.get(SampleServer.SAMPLE, "Authorization", unverified).status())
                .isEqualTo(200);
    }

    @Test
    void limitsMarkedOperationsByAddressForAllInstances() {
        for (var path : List.of("/api/v1/sample-logins", "/sample-logins")) {
            assertThat(client.send("POST", path, null).status()).isEqualTo(200);
        }

        var refused = client.send("POST", "/sample-logins", null);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("900");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"login\";q=2;w=1800");
    }

    @Test
    void refusesAnAddressThatFloods() throws ServletException, IOException {
        for (int sent = 0; sent < 50; sent++) {
            assertThat(statusFor("203.0.113.7")).isEqualTo(200);
        }

        assertThat(statusFor("203.0.113.7")).isEqualTo(429);
        assertThat(statusFor("203.0.113.8")).isEqualTo(200);
    }

    @Test
    void refusesAFloodFromManyNetworksOfOneSite() throws ServletException, IOException {
        for (int sent = 0; sent < 16 * 50; sent++) {
            assertThat(statusFor("2001:db8:7:" + Integer.toHexString(sent) + "::1"))
                    .isEqualTo(200);
        }

        assertThat(statusFor("2001:db8:7:ffff::1")).isEqualTo(429);
        assertThat(statusFor("2001:db8:8:ffff::1")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7:4711, 203.0.113.7:4712, false"
    })
    void takesANetworkOfIpv6ForOneClient(String one, String other, boolean same) {
        assertThat(RateLimits.networkOf(one).equals(RateLimits.networkOf(other)))
                .isEqualTo(same);
    }

    @Test
    void takesClientsThatHaveLeftForOne() throws ServletException, IOException {
        assertThat(statusFor(null)).isEqualTo(200);
        assertThat(RateLimits.networkOf(null)).isEqualTo(RateLimits.networkOf(null));
    }

    @Test
    void believesNoHeaderAboutTheAddress() throws ServletException, IOException {
        for (int sent = 0; sent < 51; sent++) {
            var request = from("203.0.113.9");
            request.addHeader("X-Forwarded-For", "198.51.100." + sent);
            request.addHeader("Forwarded", "for=198.51.100." + sent);
            floods.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        }

        assertThat(statusFor("203.0.113.9")).isEqualTo(429);
    }

    private int statusFor(@Nullable String address) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        floods.doFilter(from(address), response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest from(@Nullable String address) {
        var request = new MockHttpServletRequest("GET", "/problems");
        request.setRemoteAddr(address);
        return request;
    }

    private Caller.Answer change(String token) {
        return client.send("POST", "/api/v1/samples", "{}", "Authorization", token);
    }

    /** Signs a token of a user who has not called before. */
    private String token(boolean verified) {
        return client.bearer(claims -> claims.subject(UUID.randomUUID().toString())
                .claim(AccessTokens.SESSION_CLAIM, UUID.randomUUID().toString())
                .claim(AccessTokens.VERIFIED_CLAIM, verified));
    }

    @RestController
    static class LoginController {
        @PostMapping({"/api/v1/sample-logins", "/sample-logins"})
        @PublicEndpoint
        @RateLimited(RateLimited.Kind.LOGIN)
        void login() {
            // Counts only.
        }
    }
}
