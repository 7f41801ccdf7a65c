// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@link TokenLedger} that records its calls. */
class InMemoryLedger implements TokenLedger {
    final List<String> calls = new ArrayList<>();
    /** Slots whose tokens cannot be moved. */
    final Set<UUID> broken = new HashSet<>();

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
    public LedgerEntryId spend(UserId owner, long tokens, HoldReference reference, String reason) {
        return noted("spend " + tokens);
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
    public LedgerEntryId credit(UsageType type, TokenMovement movement) {
        return noted("credit " + movement.tokens());
    }

    @Override
    public Optional<LedgerEntryId> undo(String idempotencyKey, String reason) {
        return Optional.of(noted("undo"));
    }

    @Override
    public Set<HoldReference> releaseAll(Collection<HoldReference> references) {
        var fine = references.stream().filter(this::isFine).collect(Collectors.toSet());
        fine.forEach(_ -> calls.add("release"));
        return fine;
    }

    @Override
    public Set<HoldReference> refundAll(List<HoldRefund> refunds) {
        var fine =
                refunds.stream().map(HoldRefund::reference).filter(this::isFine).collect(Collectors.toSet());
        fine.forEach(_ -> calls.add("refund"));
        return fine;
    }

    @Override
    public void penalizeAll(List<TokenMovement> movements) {
        movements.forEach(movement -> calls.add("penalize " + movement.tokens()));
    }

    @Override
    public Set<String> creditAll(UsageType type, List<TokenMovement> movements) {
        var fine = movements.stream()
                .filter(movement -> !broken.contains(movement.slotId()))
                .toList();
        fine.forEach(movement -> credit(type, movement));
        return fine.stream().map(TokenMovement::idempotencyKey).collect(Collectors.toSet());
    }

    private boolean isFine(HoldReference reference) {
        return !broken.contains(reference.id());
    }

    private LedgerEntryId noted(String call) {
        calls.add(call);
        return new LedgerEntryId(ids.next());
    }
}
