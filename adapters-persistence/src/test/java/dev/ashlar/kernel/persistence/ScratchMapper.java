// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.JsonDocument;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;

/** Statements on {@link ScratchSchema}. It carries no {@code @Mapper}, so that only the tests that register it know it. */
interface ScratchMapper {
    void add(Thing thing);

    Optional<Thing> find(UserId id);

    Cursor<UserId> each();

    List<UserId> among(Collection<UserId> ids);

    int addAll(Collection<UserId> ids);

    int addRows(Collection<Thing> rows);

    Money total(Collection<Priced> rows);

    Money flatTotal(Collection<FlatPriced> rows);

    InstantRange span(String literal);

    JustAnId withUnknownColumn(UserId id);

    Nested nested(UserId id);

    Grouped withColumnOfNoGroup(UserId id);

    int rename(UserId id, List<String> names);

    UserId renameAndTell(UserId id);

    List<UserId> live();

    List<UserId> liveWithLiveOwner();

    /** A row with a column of each kind. */
    record Thing(
            UserId id,
            @Nullable UserId owner,
            @Nullable UUID bare,
            @Nullable Mood mood,
            @Nullable Settings settings,
            @Nullable List<String> names,
            @Nullable InstantRange span,
            @Nullable Instant at) {
        private static final IdSource IDS = IdSource.timeOrdered();

        /** A thing of which nothing is known. */
        static Thing blank() {
            return new Thing(newId(), null, null, null, null, null, null, null);
        }

        static Thing owned(UserId owner) {
            return new Thing(newId(), owner, null, null, null, null, null, null);
        }

        static Thing lasting(InstantRange span) {
            return new Thing(newId(), null, null, null, null, null, span, null);
        }

        static Thing happening(Instant at) {
            return new Thing(newId(), null, null, null, null, null, null, at);
        }

        static Thing named(List<String> names) {
            return new Thing(newId(), null, null, null, null, names, null, null);
        }

        static UserId newId() {
            return new UserId(IDS.next());
        }
    }

    /** A row with money. */
    record Priced(Money price) {}

    record FlatPriced(@Flat @Nullable Money price) {}

    /** A row of which only the key is wanted. */
    record JustAnId(UserId id) {}

    /** A row whose columns are those of records within records. */
    record Nested(UserId id, Grouped grouped, @Nullable Timing timing) {}

    record Grouped(@Nullable UserId owner, Labels labels) {}

    record Labels(@Nullable Mood mood, @Nullable List<String> names) {}

    record Timing(InstantRange span, Instant at) {}

    /** The labels of the enum type but for one. */
    enum Mood {
        CALM,
        IN_A_HURRY
    }

    /** A document with a document in it. */
    record Settings(String theme, int size, @Nullable Limits limits) implements JsonDocument {
        record Limits(List<Long> perDay, @Nullable Instant since) {}
    }
}
