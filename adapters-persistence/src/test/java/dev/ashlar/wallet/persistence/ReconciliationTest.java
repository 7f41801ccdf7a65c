// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.wallet.LedgerDriftFound;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.DriftView;
import dev.ashlar.wallet.domain.Ledgers;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * Reconciliation of wallets that were changed past all constraints. Each test starts with a purchase of 30, a booking of 12
 * and a hold of 7, then tampers with constraints and triggers switched off.
 */
@ServiceTest
@RecordApplicationEvents
@Tag("rule-ledger-chain")
class ReconciliationTest {
    private final TokenLedger ledger;
    private final CorrectionService corrections;
    private final InstantSource clock;
    private final JdbcClient psql;
    private final UserId owner = Ledgers.newUser();
    private final Actor admin = new Actor(Ledgers.newUser(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    @Autowired
    ReconciliationTest(
            TokenLedger ledger, CorrectionService corrections, InstantSource clock, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.clock = clock;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void fillLedger() {
        fill(owner);
        fill(Ledgers.newUser());
    }

    @AfterEach
    void forgetAll() {
        tamper("DELETE FROM wallet.token_holds; DELETE FROM wallet.token_usages; DELETE FROM wallet.tokens");
    }

    @Test
    void findsNoDriftInValidWallets(ApplicationEvents events) {
        assertThat(drifts()).isEmpty();
        corrections.reconcile();
        assertThat(events.stream(LedgerDriftFound.class)).isEmpty();
    }

    @Test
    void findsAndPublishesAnEditedBalance(ApplicationEvents events) {
        tamper("UPDATE wallet.tokens SET balance = 19 WHERE user_id = :owner");

        assertThat(drifts()).containsExactly(new DriftView(owner, 19, 18, 7, 7, 2, 2, 0));
        corrections.reconcile();
        assertThat(events.stream(LedgerDriftFound.class)).containsExactly(new LedgerDriftFound(owner));
    }

    @Test
    void findsHeldTokensWithoutAHold() {
        tamper("UPDATE wallet.tokens SET held = 8 WHERE user_id = :owner");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, 18, 8, 7, 2, 2, 0));
    }

    @Test
    void findsAHoldThatTheWalletDoesNotCount() {
        tamper("UPDATE wallet.token_holds SET amount = 6 WHERE user_id = :owner");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, 18, 7, 6, 2, 2, 0));
    }

    @Test
    void findsAMissingEntry() {
        tamper("DELETE FROM wallet.token_usages WHERE user_id = :owner AND seq = 1");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, -12, 7, 7, 1, 2, 1));
    }

    @Test
    void findsAMissingLedger() {
        tamper("DELETE FROM wallet.token_usages WHERE user_id = :owner");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, 0, 7, 7, 0, 0, 0));
    }

    @Test
    void findsAnEntryThatTheWalletDoesNotCount() {
        tamper("""
                INSERT INTO wallet.token_usages (
                    id, user_id, seq, prev_seq, usage_type, delta, balance_before, balance_after, reason, idempotency_key,
                    created_at
                )
                VALUES (gen_random_uuid(), :owner, 3, 2, 'purchase', 5, 18, 23, 'By hand', 'by hand', now())""");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, 23, 7, 7, 3, 3, 0));
    }

    @Test
    void findsEntriesThatDoNotFollowFromEachOther() {
        tamper(
                "UPDATE wallet.token_usages SET balance_before = 31, balance_after = 19 WHERE user_id = :owner AND seq = 2");

        assertThat(drifts()).containsExactly(new DriftView(owner, 18, 18, 7, 7, 2, 2, 1));
    }

    @Test
    void listsDriftsPageByPage() {
        tamper("UPDATE wallet.tokens SET held = 8");

        var first = corrections.drifts(admin, new PageRequest(1, null));
        var second = corrections.drifts(admin, new PageRequest(1, first.next()));

        assertThat(first.items()).extracting(DriftView::userId).containsExactly(owner);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void publishesAHundredDriftsAndTellsTheNumberOfAll(ApplicationEvents events) {
        tamper("""
                INSERT INTO wallet.tokens (user_id, balance, last_seq, created_at, updated_at)
                SELECT gen_random_uuid(), 1, 1, now(), now() FROM generate_series(1, 101)""");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(CorrectionService.class);
        logger.addAppender(lines);

        corrections.reconcile();

        logger.detachAppender(lines);
        assertThat(events.stream(LedgerDriftFound.class)).hasSize(PageRequest.MAX_LIMIT);
        assertThat(lines.list.getLast().getFormattedMessage()).isEqualTo("Ledger drifts found wallets=101 logged=100");
    }

    private List<DriftView> drifts() {
        return corrections.drifts(admin, PageRequest.first()).items();
    }

    /** Runs SQL as a superuser without triggers, including those of foreign keys, and so without most constraints. */
    private void tamper(String sql) {
        psql.sql("SET session_replication_role = replica; " + sql + "; RESET session_replication_role")
                .param("owner", owner.value())
                .update();
    }

    private void fill(UserId wallet) {
        ledger.open(wallet);
        ledger.credit(UsageType.PURCHASE, movement(wallet, 30));
        LedgerEntryId _ = ledger.spend(wallet, 12, Ledgers.slot(), "Meeting");
        ledger.hold(wallet, 7, Ledgers.slot(), clock.instant().plusSeconds(3600));
    }
}
