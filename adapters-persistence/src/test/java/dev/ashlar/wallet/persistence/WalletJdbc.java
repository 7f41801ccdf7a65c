// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.UsageView;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import dev.ashlar.wallet.domain.Posting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain JDBC with the SQL of the mapper, the baseline of the benchmark. */
record WalletJdbc(DataSource dataSource, String sql) {
    LedgerEntry debit(Posting posting) {
        return inTransaction(false, statement -> {
            var at = Timestamp.from(posting.at());
            var movement = posting.movement();
            statement.setLong(1, movement.delta());
            statement.setTimestamp(2, at);
            statement.setObject(3, posting.userId().value());
            statement.setLong(4, movement.delta());
            statement.setString(5, posting.idempotencyKey());
            statement.setObject(6, posting.id().value());
            statement.setObject(7, Labels.of(movement.usageType()), Types.OTHER);
            statement.setLong(8, movement.delta());
            statement.setLong(9, movement.delta());
            statement.setNull(10, Types.OTHER);
            statement.setString(11, movement.reason());
            statement.setString(12, posting.idempotencyKey());
            statement.setNull(13, Types.OTHER);
            statement.setNull(14, Types.OTHER);
            try (var row = statement.executeQuery()) {
                row.next();
                return entry(row);
            }
        });
    }

    List<UsageView> page(UserId owner, int limit) {
        return inTransaction(true, statement -> {
            statement.setObject(1, owner.value());
            statement.setInt(2, limit);
            try (var row = statement.executeQuery()) {
                var usages = new ArrayList<UsageView>();
                while (row.next()) {
                    usages.add(usage(row));
                }
                return usages;
            }
        });
    }

    private <T> T inTransaction(boolean readOnly, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                T result = work.on(statement);
                connection.commit();
                return result;
            } finally {
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                new LedgerEntryId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getLong("seq"),
                new Movement(
                        type(row),
                        row.getLong("delta"),
                        row.getObject("slot_id", UUID.class),
                        row.getString("reason"),
                        row.getString("idempotency_key")),
                row.getLong("balance_before"),
                row.getLong("balance_after"),
                reversed(row),
                at(row));
    }

    private static UsageView usage(ResultSet row) throws SQLException {
        return new UsageView(
                new LedgerEntryId(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                type(row),
                new UsageView.Tokens(
                        row.getLong("delta"),
                        row.getLong("tokens_used"),
                        row.getLong("balance_before"),
                        row.getLong("balance_after")),
                row.getObject("slot_id", UUID.class),
                row.getString("reason"),
                reversed(row),
                at(row));
    }

    private static UsageType type(ResultSet row) throws SQLException {
        return UsageType.valueOf(row.getString("usage_type").toUpperCase(Locale.ROOT));
    }

    private static @Nullable LedgerEntryId reversed(ResultSet row) throws SQLException {
        var id = row.getObject("reverses_id", UUID.class);
        return id == null ? null : new LedgerEntryId(id);
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("created_at").toInstant();
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
