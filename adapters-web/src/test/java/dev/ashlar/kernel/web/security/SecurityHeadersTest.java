// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecurityHeadersTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void demandsTlsInAnswersOverTlsOnly(boolean secure) {
        var request = new MockHttpServletRequest();
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        SecurityConfiguration.securityHeaders().writeHeaders(request, response);
        assertThat(response.containsHeader("Strict-Transport-Security")).isEqualTo(secure);
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }
}
