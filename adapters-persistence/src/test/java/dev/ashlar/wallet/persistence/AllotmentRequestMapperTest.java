// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.wallet.domain.AllotmentRequests;
import dev.ashlar.wallet.domain.AllotmentRequestsContract;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.Wallets;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class AllotmentRequestMapperTest extends AllotmentRequestsContract {
    private final AllotmentRequestMapper requests;
    private final WalletMapper wallets;
    private final JdbcClient jdbc;

    @Autowired
    AllotmentRequestMapperTest(AllotmentRequestMapper requests, WalletMapper wallets, JdbcClient jdbc) {
        this.requests = requests;
        this.wallets = wallets;
        this.jdbc = jdbc;
    }

    @Override
    protected AllotmentRequests requests() {
        return requests;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Test
    void storesARequestColumnByColumn() {
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW);
        var request = Ledgers.allotment(owner, 50);
        assertThat(requests.add(request)).isTrue();
        var later = Ledgers.NOW.plusSeconds(1);
        var decider = Ledgers.newUser();
        assertThat(requests.decide(request.reject(decider, "Too much", later))).isTrue();

        assertThat(jdbc.sql("""
                        SELECT
                            user_id, requested_by, tokens, reason, status::text, decided_by, decided_at, note,
                            ledger_entry_id, created_at, updated_at
                        FROM wallet.token_allotment_requests
                        WHERE id = ?""").param(request.id().value()).query().singleRow())
                .containsEntry("user_id", owner.value())
                .containsEntry("requested_by", request.requestedBy().value())
                .containsEntry("tokens", 50L)
                .containsEntry("reason", request.reason())
                .containsEntry("status", "rejected")
                .containsEntry("decided_by", decider.value())
                .containsEntry("decided_at", Timestamp.from(later))
                .containsEntry("note", "Too much")
                .containsEntry("ledger_entry_id", null)
                .containsEntry("created_at", Timestamp.from(Ledgers.NOW))
                .containsEntry("updated_at", Timestamp.from(later));
    }
}
