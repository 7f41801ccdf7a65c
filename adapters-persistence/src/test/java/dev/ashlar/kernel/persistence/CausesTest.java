// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.application.AuditOrigin;
import dev.ashlar.kernel.application.Cause;
import dev.ashlar.kernel.application.Causes;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentRequests;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log has the cause that the application tells before its first write. */
@PersistenceTest
class CausesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Instant NOW = Instant.parse("2026-02-03T16:05:12Z");

    private static @Nullable Cause cause;

    private final UserId caller = new UserId(UUID.randomUUID());

    @Autowired
    private Wallets wallets;

    @Autowired
    private AllotmentRequests requests;

    @Autowired
    private AuditEntryMapper log;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void forget() {
        cause = null;
    }

    @Test
    void tellTheActorTheActionAndTheTrace() {
        cause = new Cause(caller, "POST /api/v1/wallet/allotment-requests", TRACE);
        assertThat(originOfARequest())
                .isEqualTo(new AuditOrigin(caller, "POST /api/v1/wallet/allotment-requests", TRACE, "ashlar_app"));
    }

    @Test
    void mayLackAnActorAndATrace() {
        cause = new Cause(null, "job wallet.expire-holds", null);
        assertThat(originOfARequest()).isEqualTo(new AuditOrigin(null, "job wallet.expire-holds", null, "ashlar_app"));
    }

    @Test
    void endWithTheirTransaction() {
        cause = new Cause(caller, "POST /api/v1/orders", TRACE);
        originOfARequest();
        cause = null;
        assertThat(originOfARequest()).isEqualTo(new AuditOrigin(null, null, null, "ashlar_app"));
    }

    @Test
    void areCutToWhatTheLogHolds() {
        cause = new Cause(null, "x".repeat(900), null);
        assertThat(originOfARequest().action()).hasSize(300);
    }

    private AuditOrigin originOfARequest() {
        var owner = new UserId(UUID.randomUUID());
        var id = new AllotmentRequestId(UUID.randomUUID());
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            wallets.open(owner, NOW);
            requests.add(AllotmentRequest.of(id, owner, owner, 5, "a reason", NOW));
        });
        return new TransactionTemplate(transactions)
                .execute(_ -> log.entries(AuditFilter.of(id.value(), null, null, null), null, 2))
                .getFirst()
                .origin();
    }

    /** Cause that a test has told. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Told {
        @Bean
        Causes causes() {
            return () -> Optional.ofNullable(cause);
        }
    }
}
