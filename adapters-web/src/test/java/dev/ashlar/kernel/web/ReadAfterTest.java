// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadAfterTest {
    private static final WalPosition POSITION = new WalPosition(0xAB);
    private static final String TEXT = "00000000000000AB";

    private final ReadAfter header = new ReadAfter();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/todos");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @AfterEach
    void end() {
        RequestReads.end();
    }

    @Test
    void letsAReplicaAnswerThatHasReachedThePosition() {
        request.addHeader("Authorization", "Bearer …");
        request.addHeader("Read-After", TEXT);
        var reads = begin();
        assertThat(reads.mayUseReplicaAt(POSITION)).isTrue();
        assertThat(reads.mayUseReplicaAt(WalPosition.START)).isFalse();
    }

    @Test
    void isNotNeededByACallerWithoutToken() {
        assertThat(begin().mayUseReplicaAt(WalPosition.START)).isTrue();
    }

    @Test
    void leavesACallerWhoOmitsItToThePrimary() {
        request.addHeader("Authorization", "Bearer …");
        assertThat(begin().mayUseReplica()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void leavesRequestsThatDecideByWhatTheyReadToThePrimary(String method) {
        request.setMethod(method);
        request.addHeader("Read-After", TEXT);
        assertThat(begin().mayUseReplica()).isFalse();
    }

    @Test
    void tellsTheCallerThePositionOfAChange() {
        begin().changed(POSITION);
        assertThat(response.getHeader("Read-After")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/AB", "00000000000000ab", "FFFFFFFFFFFFFFFF"})
    void isRefusedInAnyOtherForm(String text) {
        request.addHeader("Read-After", text);
        assertThatThrownBy(this::begin)
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("Send the header as an answer had it");
    }

    @Test
    void isRefusedTwice() {
        request.addHeader("Read-After", TEXT);
        request.addHeader("Read-After", TEXT);
        assertThatThrownBy(this::begin).isInstanceOf(DomainException.class);
    }

    @Test
    void endsWithTheRequest() {
        begin();
        header.afterCompletion(request, response, this, null);
        assertThat(RequestReads.current()).isEmpty();

        begin();
        header.afterConcurrentHandlingStarted(request, response, this);
        assertThat(RequestReads.current()).isEmpty();
    }

    private RequestReads begin() {
        header.preHandle(request, response, this);
        return RequestReads.current().orElseThrow();
    }
}
