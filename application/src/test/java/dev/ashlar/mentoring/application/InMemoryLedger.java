package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link TokenLedger} that only writes down what it is asked to do. */
class InMemoryLedger implements TokenLedger {
    final List<String> calls = new ArrayList<>();
    private final IdSource ids = IdSource.timeOrdered();

    @Override
    public void open(UserId owner) {
        calls.add("open");
    }

    @Override
    public HoldId hold(UserId owner, long tokens, HoldReference reference, Instant expiresAt) {
        calls.add("hold " + tokens);
        return new HoldId(ids.next());
    }

    @Override
    public LedgerEntryId capture(HoldReference reference, String reason) {
        return noted("capture");
    }

    @Override
    public void release(HoldReference reference) {
        calls.add("release");
    }

    @Override
    public LedgerEntryId charge(TokenMovement movement) {
        return noted("charge " + movement.tokens());
    }

    @Override
    public LedgerEntryId penalize(TokenMovement movement) {
        return noted("penalize " + movement.tokens());
    }

    @Override
    public LedgerEntryId credit(UsageType type, TokenMovement movement) {
        return noted("credit " + movement.tokens());
    }

    @Override
    public LedgerEntryId refund(LedgerEntryId charge, long tokens, String idempotencyKey, String reason) {
        return noted("refund " + tokens);
    }

    @Override
    public Optional<LedgerEntryId> undo(String idempotencyKey, String reason) {
        return Optional.of(noted("undo"));
    }

    @Override
    public void transfer(TokenMovement from, TokenMovement to) {
        calls.add("transfer");
    }

    private LedgerEntryId noted(String call) {
        calls.add(call);
        return new LedgerEntryId(ids.next());
    }
}
