// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import dev.ashlar.wallet.domain.InMemoryAllotmentRequests;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In-memory {@link WalletViews} with the given allotment requests and without wallets. */
class InMemoryViews implements WalletViews {
    private final InMemoryAllotmentRequests requests;

    InMemoryViews(InMemoryAllotmentRequests requests) {
        this.requests = requests;
    }

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
    public List<ExportedHold> holds(UserId owner, @Nullable UUID beforeId, int limit) {
        return List.of();
    }

    @Override
    public List<DriftView> drifts(@Nullable UUID afterOwner, int limit) {
        return List.of();
    }

    @Override
    public long countDrifts() {
        return 0;
    }

    @Override
    public List<AllotmentView> requests(
            @Nullable UserId userId, @Nullable AllotmentStatus status, @Nullable UUID beforeId, int limit) {
        return wanted(userId, status)
                .filter(view -> beforeId == null || key(view).compareTo(beforeId.toString()) < 0)
                .sorted(Comparator.comparing(InMemoryViews::key).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long countRequests(@Nullable UserId userId, @Nullable AllotmentStatus status) {
        return wanted(userId, status).count();
    }

    private Stream<AllotmentView> wanted(@Nullable UserId userId, @Nullable AllotmentStatus status) {
        return requests.all().stream()
                .map(AllotmentView::of)
                .filter(view -> userId == null || userId.equals(view.userId()))
                .filter(view -> status == null || status == view.status());
    }

    private static String key(AllotmentView view) {
        return view.id().value().toString();
    }
}
