// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.Posting.Reversed;
import dev.ashlar.wallet.domain.Wallets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** {@link Wallets} in SQL, with one array for each column of several postings. */
@Mapper
interface WalletMapper extends Wallets {
    /** The columns of the movements of several postings. */
    record Movements(
            List<String> usageTypes,
            List<Long> deltas,
            List<@Nullable UUID> slotIds,
            List<String> reasons,
            List<String> idempotencyKeys) {}

    /** The columns of what several postings undo, null where a posting undoes nothing. */
    record Reversals(List<@Nullable LedgerEntryId> reversesIds, List<@Nullable Long> reversedDeltas) {}

    @Override
    default List<LedgerEntry> postAll(List<Posting> postings) {
        return postEach(
                column(postings, Posting::id),
                column(postings, Posting::userId),
                new Movements(
                        column(postings, posting -> Labels.of(posting.movement().usageType())),
                        column(postings, posting -> posting.movement().delta()),
                        column(postings, posting -> posting.movement().slotId()),
                        column(postings, posting -> posting.movement().reason()),
                        column(postings, Posting::idempotencyKey)),
                new Reversals(column(postings, Posting::reversesId), column(postings, WalletMapper::reversedDelta)),
                column(postings, Posting::at));
    }

    List<LedgerEntry> postEach(
            List<LedgerEntryId> ids,
            List<UserId> owners,
            Movements movements,
            Reversals reversals,
            List<Instant> times);

    private static <T extends @Nullable Object> List<T> column(List<Posting> postings, Function<Posting, T> of) {
        var column = new ArrayList<T>();
        postings.forEach(posting -> column.add(of.apply(posting)));
        return column;
    }

    private static @Nullable Long reversedDelta(Posting posting) {
        @Nullable Reversed undone = posting.reverses();
        return undone == null ? null : (Long) undone.reversedDelta();
    }
}
