// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.Ledgers;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wallets in the database of a test class: filled through the services, read as the owner of the tables. */
final class TestWallets {
    private final TokenLedger ledger;
    private final JdbcClient psql;

    TestWallets(TokenLedger ledger, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.psql = database.database().psql();
    }

    /** Returns the owner of a new wallet with tokens. */
    UserId ownerOf(long tokens) {
        var owner = Ledgers.newUser();
        ledger.open(owner);
        ledger.credit(UsageType.PURCHASE, movement(owner, tokens));
        return owner;
    }

    /** Spends one token as a meeting booking. */
    static LedgerEntryId spend(TokenLedger ledger, UserId owner) {
        return ledger.spend(owner, 1, Ledgers.slot(), "For a test");
    }

    /** Returns a movement under a new key. */
    static TokenMovement movement(UserId owner, long tokens) {
        return new TokenMovement(owner, tokens, "test:" + UUID.randomUUID(), "For a test", null);
    }

    /** Asserts the balance and held tokens of a wallet, and that its ledger agrees from the first entry to the last. */
    void assertWhole(UserId owner, long balance, long held) {
        var wallet = psql.sql("SELECT balance, held, last_seq FROM wallet.tokens WHERE user_id = ?")
                .param(owner.value())
                .query()
                .singleRow();
        assertThat(wallet).containsEntry("balance", balance).containsEntry("held", held);
        var chain = psql.sql("""
                        SELECT
                            sum(delta)::bigint AS balance,
                            max(seq) AS last_seq,
                            bool_and(seq = place AND balance_after = running AND in_time) AS unbroken
                        FROM (
                            SELECT
                                seq, delta, balance_after,
                                row_number() OVER chain AS place,
                                sum(delta) OVER chain AS running,
                                created_at >= COALESCE(lag(created_at) OVER chain, created_at) AS in_time
                            FROM wallet.token_usages
                            WHERE user_id = ?
                            WINDOW chain AS (ORDER BY seq)
                        ) AS entries""").param(owner.value()).query().singleRow();
        assertThat(chain)
                .containsEntry("balance", balance)
                .containsEntry("last_seq", wallet.get("last_seq"))
                .containsEntry("unbroken", true);
        assertThat(psql.sql(
                                "SELECT COALESCE(sum(amount), 0) FROM wallet.token_holds WHERE user_id = ? AND status = 'held'")
                        .param(owner.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(held);
    }

    long entriesOf(UserId owner, UsageType type) {
        return psql.sql("SELECT count(*) FROM wallet.token_usages WHERE user_id = ? AND usage_type::text = lower(?)")
                .params(owner.value(), type.name())
                .query(Long.class)
                .single();
    }

    /** Returns the number of successes; asserts that all other outcomes were refused for one reason. */
    static int successes(List<? extends Outcome<?>> outcomes, ProblemType othersRefused) {
        var failures = outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
        assertThat(failures)
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(refusal.type()).isEqualTo(othersRefused)));
        return outcomes.size() - failures.size();
    }
}
