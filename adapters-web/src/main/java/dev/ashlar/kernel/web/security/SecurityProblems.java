// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.problem.Failures;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Problems of Spring Security. A missing token and a bad one have different remedies, and therefore different details. */
@Component
record SecurityProblems(ProblemWriter problems, Failures failures)
        implements AuthenticationEntryPoint, AccessDeniedHandler {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var refusal = TokenReader.hasBadToken(request)
                ? refusal(
                                "The access token is malformed, expired or not ours. Refresh it or log in again.",
                                "must carry a valid access token")
                        .with(Refusal.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\""))
                : refusal("There is no access token. Log in and send it as Authorization: Bearer.", "is required");
        problems.write(refusal, request, response);
    }

    private static Refusal refusal(String detail, String expectation) {
        return Refusal.of(KernelProblem.UNAUTHENTICATED.because(detail).at(HttpHeaders.AUTHORIZATION, expectation));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure) {
        // Neither path nor method, because here both are the caller's choice: many of them would be many events.
        failures.recordRefusal(KernelProblem.FORBIDDEN, request, SecurityConfiguration.ACTUATOR);
        problems.write(Refusal.ofStatus(403), request, response);
    }
}
