// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.Ledgers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes of the books by hand, with all rights in the database, which PostgreSQL refuses. Each test starts with a purchase
 * of 30 and a booking of 12.
 */
@ServiceTest
@Tag("rule-ledger-chain")
@Kills(mutant = "key fk_tokens_head", test = "refusesAWalletThatDisagreesWithItsLedger")
class LedgerTamperingTest {
    private static final String INSERT = """
            INSERT INTO wallet.token_usages (
                id, user_id, seq, prev_seq, usage_type, delta, balance_before, balance_after, reason, idempotency_key,
                reverses_id, reversed_delta, created_at
            )
            VALUES (
                gen_random_uuid(), :user_id, :seq, :prev_seq, :type::wallet.usage_type, :delta, :before, :after, 'By hand',
                :key, :reverses_id::uuid, :reversed_delta::bigint, now()
            )""";

    private final TokenLedger ledger;
    private final JdbcClient psql;
    private final UserId owner = Ledgers.newUser();
    private final HoldReference slot = Ledgers.slot();
    private UUID purchase = Ledgers.newUser().value();
    private UUID booking = Ledgers.newUser().value();

    @Autowired
    LedgerTamperingTest(TokenLedger ledger, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void fillLedger() {
        ledger.open(owner);
        purchase = ledger.credit(UsageType.PURCHASE, movement(owner, 30)).value();
        booking = ledger.spend(owner, 12, slot, "Meeting").value();
    }

    @Test
    void acceptsAValidRowByHand() {
        var columns = row(Map.of());
        psql.sql("WITH entry AS (" + INSERT
                        + ") UPDATE wallet.tokens SET balance = 23, last_seq = 3 WHERE user_id = :user_id")
                .params(columns)
                .update();

        assertThat(psql.sql("SELECT balance FROM wallet.tokens WHERE user_id = ?")
                        .param(owner.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(23);
    }

    /** Citus runs the parts of a statement one after the other, and the hold is captured before its entry is written. */
    @Test
    void checksTheEntryOfAHoldWhenTheTransactionEnds() {
        var entry = Ledgers.newUser().value();
        psql.sql("""
                        DO $$
                        BEGIN
                            UPDATE wallet.token_holds SET ledger_entry_id = '%1$s' WHERE user_id = '%2$s';
                            INSERT INTO wallet.token_usages (
                                id, user_id, seq, prev_seq, usage_type, delta, balance_before, balance_after, reason,
                                idempotency_key, created_at
                            )
                            VALUES ('%1$s', '%2$s', 3, 2, 'purchase', 5, 18, 23, 'By hand', 'key-%1$s', now());
                            UPDATE wallet.tokens SET balance = 23, last_seq = 3 WHERE user_id = '%2$s';
                        END
                        $$""".formatted(entry, owner.value())).update();

        assertRefused(
                "UPDATE wallet.token_holds SET ledger_entry_id = gen_random_uuid() WHERE user_id = :owner",
                "fk_token_holds_ledger_entry_id");
        assertThat(psql.sql("SELECT ledger_entry_id FROM wallet.token_holds WHERE user_id = ?")
                        .param(owner.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "balance = balance + 1; fk_tokens_head",
                "balance = 0; fk_tokens_head",
                "balance = -1; chk_tokens_balance",
                "held = 19; chk_tokens_held",
                "held = -1; chk_tokens_held",
                "last_seq = 3; fk_tokens_head",
                "last_seq = 1, balance = 30; append-only",
                "last_seq = NULL, balance = 0; append-only",
                "user_id = gen_random_uuid(); fk_token"
            })
    void refusesAWalletThatDisagreesWithItsLedger(String assignment, String refusal) {
        assertRefused("UPDATE wallet.tokens SET " + assignment + " WHERE user_id = :owner", refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE wallet.token_usages SET reason = 'Nothing to see here'",
                "UPDATE wallet.token_usages SET delta = 300 WHERE user_id = :owner",
                "DELETE FROM wallet.token_usages WHERE user_id = :owner",
                "TRUNCATE wallet.token_usages CASCADE"
            })
    void refusesToChangeTheLedger(String sql) {
        assertRefused(sql, "append-only");
    }

    @Test
    void refusesToDeleteAWalletWithALedger() {
        assertRefused("DELETE FROM wallet.tokens WHERE user_id = :owner", "fk_token_usages_user_id");
    }

    @Test
    void refusesAForkOfTheChain() {
        assertRowRefused("uq_token_usages_seq", Map.of("seq", 2, "prev_seq", 1, "before", 30, "after", 35));
    }

    @Test
    void refusesAGapInTheChain() {
        assertRowRefused("fk_token_usages_previous", Map.of("seq", 4, "prev_seq", 3));
        assertRowRefused("chk_token_usages_previous", Map.of("seq", 4));
    }

    @Test
    void refusesAFirstEntryWithABalanceBefore() {
        var stranger = Ledgers.newUser();
        ledger.open(stranger);
        var first = new HashMap<String, @Nullable Object>(Map.of("user_id", stranger.value(), "seq", 1));
        first.put("prev_seq", null);

        assertRowRefused("chk_token_usages_first", first);
    }

    @Test
    void refusesBalancesThatDoNotFollowFromEachOther() {
        assertRowRefused("fk_token_usages_previous", Map.of("before", 20, "after", 25));
        assertRowRefused("chk_token_usages_balance", Map.of("after", 24));
        assertRowRefused("chk_token_usages_balance", Map.of("type", "penalty", "delta", -19, "after", -1));
    }

    @ParameterizedTest
    @CsvSource({"purchase, -5", "earning, -5", "allotment, -5", "penalty, 5", "meeting_booking, 5", "adjustment, 0"})
    void refusesTokensAgainstTheDirectionOfTheirType(String type, int delta) {
        assertRowRefused("chk_token_usages_sign", Map.of("type", type, "delta", delta, "after", 18 + delta));
    }

    @Test
    void refusesARefundAboveItsCharge() {
        assertRowRefused("chk_token_usages_reverses", undoing("refund", booking, -12, 13));
        assertRowRefused("fk_token_usages_reverses", undoing("refund", booking, -13, 13));
        assertRowRefused("chk_token_usages_reverses", undoing("refund", purchase, 30, 5));
    }

    @Test
    void refusesAnInexactReversal() {
        assertRowRefused("chk_token_usages_reverses", undoing("reversal", booking, -12, 11));
    }

    @Test
    void refusesToUndoNoEntry() {
        assertRowRefused("chk_token_usages_reverses", Map.of("type", "refund"));
        assertRowRefused("chk_token_usages_reverses", Map.of("type", "reversal"));
        assertRowRefused("chk_token_usages_reverses", undoing("purchase", booking, -12, 12));
    }

    @Test
    void refusesToUndoAnEntryTwice() {
        ledger.refundAll(List.of(new HoldRefund(slot, "refund:" + booking, "Called off")));
        var second = new HashMap<String, @Nullable Object>(undoing("reversal", booking, -12, 12));
        second.putAll(Map.of("seq", 4, "prev_seq", 3, "before", 30, "after", 42));

        assertRowRefused("uq_token_usages_reverses_id", second);
    }

    @Test
    void refusesTheRefundOfAnotherUser() {
        var stranger = Ledgers.newUser();
        ledger.open(stranger);
        ledger.credit(UsageType.PURCHASE, movement(stranger, 18));
        var refund = new HashMap<String, @Nullable Object>(undoing("refund", booking, -12, 12));
        refund.putAll(Map.of("user_id", stranger.value(), "seq", 2, "prev_seq", 1));

        assertRowRefused("fk_token_usages_reverses", refund);
    }

    @Test
    void refusesAKeyTwice() {
        var key = psql.sql("SELECT idempotency_key FROM wallet.token_usages WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();

        assertRowRefused("uq_token_usages_idempotency_key", Map.of("key", key));
    }

    @Test
    void refusesADecisionByTheRequesterOrTheReceiver() {
        var request = """
                INSERT INTO wallet.token_allotment_requests (
                    id, user_id, requested_by, tokens, reason, status, decided_by, decided_at, created_at, updated_at
                )
                SELECT gen_random_uuid(), :owner, asker, 5, 'Please', 'rejected', %s, now(), now(), now()
                FROM gen_random_uuid() AS asker""";

        assertRefused(request.formatted("asker"), "chk_token_allotment_requests_decider");
        assertRefused(request.formatted(":owner"), "chk_token_allotment_requests_decider");
    }

    private void assertRefused(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql).param("owner", owner.value()).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    private void assertRowRefused(String refusal, Map<String, ? extends @Nullable Object> changes) {
        assertThatThrownBy(() -> psql.sql(INSERT).params(row(changes)).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    /** Returns the columns of a valid third entry, with changes. */
    private Map<String, @Nullable Object> row(Map<String, ? extends @Nullable Object> changes) {
        var row = new HashMap<String, @Nullable Object>(Map.of(
                "user_id",
                owner.value(),
                "seq",
                3,
                "prev_seq",
                2,
                "type",
                "purchase",
                "delta",
                5,
                "before",
                18,
                "after",
                23,
                "key",
                "hand:" + owner.value()));
        row.put("reverses_id", null);
        row.put("reversed_delta", null);
        row.putAll(changes);
        return row;
    }

    private static Map<String, Object> undoing(String type, UUID entry, int reversedDelta, int delta) {
        return Map.of(
                "type", type,
                "delta", delta,
                "after", 18 + delta,
                "reverses_id", entry,
                "reversed_delta", reversedDelta);
    }
}
