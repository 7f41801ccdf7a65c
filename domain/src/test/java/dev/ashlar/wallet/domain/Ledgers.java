package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Duration;
import java.time.Instant;

/** What tests of the wallet are about: people, postings and holds that are valid unless they say otherwise. */
public final class Ledgers {
    /** When tests take place; it has all the digits that PostgreSQL keeps. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    private static final IdSource IDS = IdSource.timeOrdered();

    private Ledgers() {}

    public static UserId somebody() {
        return new UserId(IDS.next());
    }

    public static LedgerEntryId entryId() {
        return new LedgerEntryId(IDS.next());
    }

    /** A purchase of that many tokens under a new key. */
    public static Posting purchase(UserId owner, long tokens) {
        return posting(owner, UsageType.PURCHASE, tokens);
    }

    /** A booking that costs that many tokens, under a new key. */
    public static Posting booking(UserId owner, long tokens) {
        return posting(owner, UsageType.MEETING_BOOKING, -tokens);
    }

    /** Any movement that undoes nothing, under a new key. */
    public static Posting posting(UserId owner, UsageType type, long delta) {
        return posting(owner, type, delta, "test:" + IDS.next());
    }

    public static Posting posting(UserId owner, UsageType type, long delta, String key) {
        return new Posting(entryId(), owner, type, delta, key, "For a test", null, null, NOW);
    }

    /** A slot that nothing is held for yet. */
    public static HoldReference slot() {
        return new HoldReference(HoldReference.SLOT, IDS.next());
    }

    /** A hold for an hour. */
    public static TokenHold hold(UserId owner, long tokens, HoldReference reference) {
        return TokenHold.of(new HoldId(IDS.next()), owner, tokens, reference, NOW.plus(Duration.ofHours(1)));
    }

    /** A request that somebody else asks for the owner. */
    public static AllotmentRequest allotment(UserId owner, long tokens) {
        return AllotmentRequest.of(
                new AllotmentRequestId(IDS.next()), owner, somebody(), tokens, "Takes part in a study", NOW);
    }
}
