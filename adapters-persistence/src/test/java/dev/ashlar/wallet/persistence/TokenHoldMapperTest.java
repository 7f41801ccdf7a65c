// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.TokenHold;
import dev.ashlar.wallet.domain.TokenHolds;
import dev.ashlar.wallet.domain.TokenHoldsContract;
import dev.ashlar.wallet.domain.Wallets;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class TokenHoldMapperTest extends TokenHoldsContract {
    private final WalletMapper wallets;
    private final TokenHoldMapper holds;
    private final JdbcClient jdbc;

    @Autowired
    TokenHoldMapperTest(WalletMapper wallets, TokenHoldMapper holds, JdbcClient jdbc) {
        this.wallets = wallets;
        this.holds = holds;
        this.jdbc = jdbc;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Override
    protected TokenHolds holds() {
        return holds;
    }

    @Test
    void storesAHoldColumnByColumn() {
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW);
        assertThat(wallets.post(Ledgers.purchase(owner, 30))).isPresent();
        var hold = Ledgers.hold(owner, 7, Ledgers.slot());
        assertThat(holds.place(hold, Ledgers.NOW)).isTrue();

        assertThat(row(hold))
                .containsEntry("user_id", owner.value())
                .containsEntry("amount", 7L)
                .containsEntry("status", "held")
                .containsEntry("ref_type", "slot")
                .containsEntry("ref_id", hold.refId())
                .containsEntry("expires_at", Timestamp.from(hold.expiresAt()))
                .containsEntry("ledger_entry_id", null)
                .containsEntry("created_at", Timestamp.from(Ledgers.NOW))
                .containsEntry("updated_at", Timestamp.from(Ledgers.NOW));

        var later = Ledgers.NOW.plusSeconds(1);
        var capture = hold.capture(Ledgers.entryId(), "Meeting", later);
        assertThat(wallets.postCapture(hold, capture)).isPresent();

        assertThat(row(hold))
                .containsEntry("status", "captured")
                .containsEntry("ledger_entry_id", capture.id().value())
                .containsEntry("created_at", Timestamp.from(Ledgers.NOW))
                .containsEntry("updated_at", Timestamp.from(later));
    }

    private Map<String, @Nullable Object> row(TokenHold hold) {
        return jdbc.sql("""
                        SELECT
                            user_id, amount, status::text, ref_type, ref_id, expires_at, ledger_entry_id, created_at,
                            updated_at
                        FROM wallet.token_holds
                        WHERE id = ?""").param(hold.id().value()).query().singleRow();
    }
}
