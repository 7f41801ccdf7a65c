// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import dev.ashlar.sample.web.SampleServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;

@SampleServer
class NoCallsInTransactionsTest {
    /** The builder that every adapter gets. */
    @Autowired
    RestClient.Builder builder;

    private RestClient client;
    private MockRestServiceServer other;

    @BeforeEach
    void connect() {
        other = MockRestServiceServer.bindTo(builder).build();
        client = builder.build();
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void passesCallsOutsideTransactions() {
        other.expect(requestTo("https://other.example/")).andRespond(withSuccess("fine", MediaType.TEXT_PLAIN));

        assertThat(call()).isEqualTo("fine");
    }

    @Test
    @Tag("rule-no-network-in-transaction")
    void stopsCallsInsideTransactions() {
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThatThrownBy(this::call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other.example inside a transaction");
        other.verify();
    }

    private @Nullable String call() {
        return client.get().uri("https://other.example/").retrieve().body(String.class);
    }
}
