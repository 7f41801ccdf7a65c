// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.WalletProblem;
import dev.ashlar.wallet.domain.Wallets;
import dev.ashlar.wallet.domain.WalletsContract;
import java.sql.Timestamp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class WalletMapperTest extends WalletsContract {
    private final WalletMapper wallets;
    private final JdbcClient jdbc;
    private final ViolatedConstraints constraints;

    @Autowired
    WalletMapperTest(WalletMapper wallets, JdbcClient jdbc, ViolatedConstraints constraints) {
        this.wallets = wallets;
        this.jdbc = jdbc;
        this.constraints = constraints;
    }

    @Override
    protected Wallets wallets() {
        return wallets;
    }

    @Test
    void storesAnEntryColumnByColumn() {
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW);
        assertThat(wallets.post(Ledgers.purchase(owner, 30))).isPresent();
        var charge = wallets.post(Ledgers.booking(owner, 12)).orElseThrow();
        var refund = new Posting(
                Ledgers.entryId(),
                owner,
                new Movement(UsageType.REFUND, 5, UUID.randomUUID(), "Called off", "key of the refund"),
                new Posting.Reversed(charge.id(), -12),
                Ledgers.NOW.plusSeconds(1));
        assertThat(wallets.post(refund)).isPresent();

        var entry = jdbc.sql("SELECT u.*, u.usage_type::text AS type FROM wallet.token_usages AS u WHERE id = ?")
                .param(refund.id().value())
                .query()
                .singleRow();
        entry.remove("usage_type");

        assertThat(entry)
                .containsEntry("user_id", owner.value())
                .containsEntry("seq", 3L)
                .containsEntry("prev_seq", 2L)
                .containsEntry("type", "refund")
                .containsEntry("delta", 5L)
                .containsEntry("tokens_used", 5L)
                .containsEntry("balance_before", 18L)
                .containsEntry("balance_after", 23L)
                .containsEntry("slot_id", refund.movement().slotId())
                .containsEntry("reason", "Called off")
                .containsEntry("idempotency_key", "key of the refund")
                .containsEntry("reverses_id", charge.id().value())
                .containsEntry("reversed_delta", -12L)
                .containsEntry("created_at", Timestamp.from(refund.at()))
                .containsEntry("id", refund.id().value())
                .hasSize(15);
    }

    @Test
    void refusesARefundAboveItsCharge() {
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW);
        assertThat(wallets.post(Ledgers.purchase(owner, 30))).isPresent();
        var charge = wallets.post(Ledgers.booking(owner, 12)).orElseThrow();
        var refund = new Posting(
                Ledgers.entryId(),
                owner,
                new Movement(UsageType.REFUND, 13, null, "Called off", "key of the refund"),
                new Posting.Reversed(charge.id(), -12),
                Ledgers.NOW);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> wallets.post(refund))
                .satisfies(failure ->
                        assertThat(constraints.problemFor(failure)).contains(WalletProblem.REFUND_EXCEEDS_CHARGE));
    }

    @Test
    void storesAWalletColumnByColumn() {
        var owner = Ledgers.newUser();
        wallets.open(owner, Ledgers.NOW.minusSeconds(1));
        assertThat(wallets.post(Ledgers.purchase(owner, 30))).isPresent();

        assertThat(jdbc.sql("SELECT * FROM wallet.tokens WHERE user_id = ?")
                        .param(owner.value())
                        .query()
                        .singleRow())
                .containsEntry("user_id", owner.value())
                .containsEntry("balance", 30L)
                .containsEntry("held", 0L)
                .containsEntry("last_seq", 1L)
                .containsEntry("created_at", Timestamp.from(Ledgers.NOW.minusSeconds(1)))
                .containsEntry("updated_at", Timestamp.from(Ledgers.NOW))
                .hasSize(6);
    }
}
