package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link WalletViews} of an office that nobody has entered yet. */
class NoViews implements WalletViews {
    @Override
    public Optional<WalletView> wallet(UserId owner) {
        return Optional.empty();
    }

    @Override
    public List<UsageView> usages(UserId owner, UsageFilter filter, @Nullable Long beforeSeq, int limit) {
        return List.of();
    }

    @Override
    public long countUsages(UserId owner, UsageFilter filter) {
        return 0;
    }

    @Override
    public List<UsageView> statement(UserId owner, long afterSeq, long lastSeq, int limit) {
        return List.of();
    }

    @Override
    public long lastSeq(UserId owner) {
        return 0;
    }

    @Override
    public Optional<Long> balanceAt(UserId owner, Instant at) {
        return Optional.empty();
    }

    @Override
    public List<DriftView> drifts(@Nullable UUID afterOwner, int limit) {
        return List.of();
    }
}
