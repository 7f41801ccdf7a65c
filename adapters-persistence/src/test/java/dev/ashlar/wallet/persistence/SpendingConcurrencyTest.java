package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static dev.ashlar.wallet.persistence.TestWallets.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.BalanceLow;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Many who move the same tokens at the same moment. */
@ServiceTest
@RecordApplicationEvents
class SpendingConcurrencyTest {
    private final TokenLedger ledger;
    private final TestWallets wallets;

    @Autowired
    SpendingConcurrencyTest(TokenLedger ledger, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.wallets = new TestWallets(ledger, database);
    }

    @Test
    void eachTokenIsSpentOnce(ApplicationEvents events) {
        var owner = wallets.ownerOf(500);

        // 64 at a time, 640 in all, for 500 tokens.
        var outcomes = IntStream.range(0, 10)
                .mapToObj(round -> Together.run(64, () -> ledger.charge(movement(owner, 1))))
                .flatMap(List::stream)
                .toList();

        assertThat(successes(outcomes, WalletProblem.INSUFFICIENT_TOKENS)).isEqualTo(500);
        assertThat(outcomes.stream()
                        .filter(Outcome::succeeded)
                        .map(Outcome::value)
                        .distinct())
                .hasSize(500);
        assertThat(wallets.entriesOf(owner, UsageType.MEETING_BOOKING)).isEqualTo(500);
        wallets.assertWhole(owner, 0, 0);
        assertThat(events.stream(TokensSpent.class)).hasSize(500);
        assertThat(events.stream(BalanceLow.class)).containsExactly(new BalanceLow(owner, 9));
    }

    @RepeatedTest(5)
    void oneKeyIsPostedOnceAndEverybodyHearsOfTheSameEntry(ApplicationEvents events) {
        var owner = wallets.ownerOf(1000);
        var movement = movement(owner, 20);
        events.clear();

        var outcomes = Together.run(32, () -> ledger.charge(movement));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 980, 0);
        assertThat(events.stream(TokensSpent.class)).hasSize(1);
    }

    @Test
    void oneKeyNamesOneMovementEvenBetweenWallets() {
        var owners = Stream.generate(() -> wallets.ownerOf(30)).limit(16).toList();
        var key = "shared:" + Ledgers.entryId().value();

        var outcomes = Together.run(
                16, number -> () -> ledger.charge(new TokenMovement(owners.get(number), 20, key, "For a test", null)));

        assertThat(successes(outcomes, WalletProblem.IDEMPOTENCY_KEY_REUSED)).isEqualTo(1);
    }

    @Test
    void aWalletIsOpenedOnce(ApplicationEvents events) {
        var owner = Ledgers.somebody();

        var outcomes = Together.run(32, () -> {
            ledger.open(owner);
            return true;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(events.stream(WalletOpened.class)).containsExactly(new WalletOpened(owner));
    }

    @Test
    void whatIsHeldIsNotSpentAndWhatIsSpentIsNotHeld() {
        var owner = wallets.ownerOf(40);
        Callable<Object> spending = () -> ledger.charge(movement(owner, 1));
        Callable<Object> holding = () -> ledger.hold(owner, 1, Ledgers.slot(), Ledgers.NOW.plusSeconds(999_999_999));

        var outcomes = Together.run(64, number -> number % 2 == 0 ? spending : holding);

        assertThat(successes(outcomes, WalletProblem.INSUFFICIENT_TOKENS)).isEqualTo(40);
        long spent = wallets.entriesOf(owner, UsageType.MEETING_BOOKING);
        wallets.assertWhole(owner, 40 - spent, 40 - spent);
    }
}
