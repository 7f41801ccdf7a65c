// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Duration;
import java.time.Instant;

/** Valid users, postings, holds and requests for tests of the wallet. */
public final class Ledgers {
    /** Time of the tests, with all digits that PostgreSQL keeps. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    private static final IdSource IDS = IdSource.timeOrdered();

    private Ledgers() {}

    public static UserId newUser() {
        return new UserId(IDS.next());
    }

    public static LedgerEntryId entryId() {
        return new LedgerEntryId(IDS.next());
    }

    /** A purchase under a new key. */
    public static Posting purchase(UserId owner, long tokens) {
        return posting(owner, UsageType.PURCHASE, tokens);
    }

    /** A booking under a new key. */
    public static Posting booking(UserId owner, long tokens) {
        return posting(owner, UsageType.MEETING_BOOKING, -tokens);
    }

    /** Any movement that undoes nothing, under a new key. */
    public static Posting posting(UserId owner, UsageType type, long delta) {
        return posting(owner, type, delta, "test:" + IDS.next());
    }

    public static Posting posting(UserId owner, UsageType type, long delta, String key) {
        return Posting.of(entryId(), owner, Movement.of(type, delta, "For a test", key), NOW);
    }

    /** A refund of an entry under a new key. */
    public static Posting refund(LedgerEntry charge, long tokens) {
        var movement = new Movement(UsageType.REFUND, tokens, charge.slotId(), "Called off", "test:" + IDS.next());
        return new Posting(
                entryId(), charge.userId(), movement, new Posting.Reversed(charge.id(), charge.delta()), NOW);
    }

    /** A slot without a hold. */
    public static HoldReference slot() {
        return new HoldReference(HoldReference.SLOT, IDS.next());
    }

    /** A hold for an hour. */
    public static TokenHold hold(UserId owner, long tokens, HoldReference reference) {
        return TokenHold.of(new HoldId(IDS.next()), owner, tokens, reference, NOW.plus(Duration.ofHours(1)));
    }

    /** A request of another user for the owner. */
    public static AllotmentRequest allotment(UserId owner, long tokens) {
        return AllotmentRequest.of(
                new AllotmentRequestId(IDS.next()), owner, newUser(), tokens, "Takes part in a study", NOW);
    }
}
