// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestAddressTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void knowsTheAddressOfTheRequest() {
        request.setRemoteAddr("203.0.113.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new RequestAddress().current()).contains("203.0.113.7");
    }

    /** A thief must not keep the end of a session from being recorded by leaving early. */
    @Test
    void hasNoAddressOfAClientThatHasLeft() {
        request.setRemoteAddr(null);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));

        assertThat(new RequestAddress().current()).isEmpty();
    }

    @Test
    void hasNoAddressOutsideRequests() {
        assertThat(new RequestAddress().current()).isEmpty();
    }
}
