package dev.ashlar.wallet.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.posting;
import static dev.ashlar.wallet.domain.Ledgers.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {
    private static final UserId OWNER = somebody();
    private static final UUID SLOT = UUID.randomUUID();
    private static final Posting.Reversed CHARGE = new Posting.Reversed(entryId(), -9);

    @ParameterizedTest
    @CsvSource({"PURCHASE, -1", "PURCHASE, 0", "MEETING_BOOKING, 1", "MEETING_BOOKING, 0", "ADJUSTMENT, 0"})
    void refusesTokensInTheWrongDirection(UsageType type, long delta) {
        assertRefused(WalletProblem.INVALID_AMOUNT, () -> posting(OWNER, type, delta));
    }

    @ParameterizedTest
    @ValueSource(longs = {Posting.MAX_TOKENS + 1, -Posting.MAX_TOKENS - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesMoreThanAnybodyMovesAtOnce(long delta) {
        assertRefused(WalletProblem.INVALID_AMOUNT, () -> posting(OWNER, UsageType.ADJUSTMENT, delta));
    }

    @ParameterizedTest
    @ValueSource(longs = {Posting.MAX_TOKENS, -Posting.MAX_TOKENS})
    void allowsTheMost(long delta) {
        assertThat(posting(OWNER, UsageType.ADJUSTMENT, delta).delta()).isEqualTo(delta);
    }

    @Test
    void recognizesTheEntryThatItMade() {
        var entry = new Wallet(OWNER, 0, 0, 0).entryFor(refund(OWNER, 5, SLOT, CHARGE));

        assertThatCode(() -> refund(OWNER, 5, SLOT, CHARGE).requireMade(entry)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("otherMovements")
    void anotherMovementDidNotMakeIt(Posting other) {
        var entry = new Wallet(OWNER, 0, 0, 0).entryFor(refund(OWNER, 5, SLOT, CHARGE));

        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> other.requireMade(entry));
    }

    static Stream<Posting> otherMovements() {
        return Stream.of(
                refund(somebody(), 5, SLOT, CHARGE),
                refund(OWNER, 4, SLOT, CHARGE),
                refund(OWNER, 5, null, CHARGE),
                refund(OWNER, 5, SLOT, new Posting.Reversed(entryId(), -9)),
                posting(OWNER, UsageType.PURCHASE, 5, "key"));
    }

    private static Posting refund(UserId owner, long tokens, @Nullable UUID slot, Posting.Reversed charge) {
        return new Posting(entryId(), owner, UsageType.REFUND, tokens, "key", "Called off", slot, charge, NOW);
    }
}
