package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Posting;
import dev.ashlar.wallet.domain.Posting.Reversed;
import dev.ashlar.wallet.domain.Wallets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.ibatis.annotations.Mapper;

/** {@link Wallets} by SQL; what is posted in bulk goes over as one array for each column, with empty texts for nulls. */
@Mapper
interface WalletMapper extends Wallets {
    @Override
    default List<LedgerEntry> postAll(List<Posting> postings) {
        return postEach(
                postings.stream().map(Posting::id).toList(),
                postings.stream().map(Posting::userId).toList(),
                texts(postings, posting -> posting.usageType().name().toLowerCase(Locale.ROOT)),
                texts(postings, Posting::delta),
                texts(postings, posting -> Objects.requireNonNullElse(posting.slotId(), "")),
                texts(postings, Posting::reason),
                texts(postings, Posting::idempotencyKey),
                texts(
                        postings,
                        posting -> undone(posting)
                                .map(Reversed::id)
                                .map(id -> id.value().toString())
                                .orElse("")),
                texts(
                        postings,
                        posting -> undone(posting)
                                .map(undone -> Long.toString(undone.delta()))
                                .orElse("")),
                texts(postings, Posting::at));
    }

    List<LedgerEntry> postEach(
            List<LedgerEntryId> ids,
            List<UserId> owners,
            List<String> types,
            List<String> deltas,
            List<String> slots,
            List<String> reasons,
            List<String> keys,
            List<String> reversesIds,
            List<String> reversedDeltas,
            List<String> times);

    private static List<String> texts(List<Posting> postings, Function<Posting, Object> column) {
        return postings.stream().map(column).map(Object::toString).toList();
    }

    private static Optional<Reversed> undone(Posting posting) {
        return Optional.ofNullable(posting.reverses());
    }
}
