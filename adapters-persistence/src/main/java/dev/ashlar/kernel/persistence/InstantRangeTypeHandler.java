// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.InstantRange;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@link InstantRange} as {@code tstzrange}, always in the form {@code [from,until)}. */
class InstantRangeTypeHandler extends BaseTypeHandler<InstantRange> {
    /** Form of a timestamptz in PostgreSQL's ISO date style, in any session time zone and any year of our era. */
    private static final DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 6, SignStyle.NOT_NEGATIVE)
            .appendPattern("-MM-dd ")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            // "+00" for no offset would match the first half of "+00:17:30".
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter();

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, InstantRange range, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, literal(range), Types.OTHER);
    }

    /** Writes a range as PostgreSQL reads it. */
    static String literal(InstantRange range) {
        var until = range.until() == null ? "" : text(range.until());
        return "[" + text(range.from()) + "," + until + ")";
    }

    @Override
    public @Nullable InstantRange getNullableResult(ResultSet row, String column) throws SQLException {
        return parse(row.getString(column));
    }

    @Override
    public @Nullable InstantRange getNullableResult(ResultSet row, int column) throws SQLException {
        return parse(row.getString(column));
    }

    @Override
    public @Nullable InstantRange getNullableResult(CallableStatement call, int column) throws SQLException {
        return parse(call.getString(column));
    }

    private static @Nullable InstantRange parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.startsWith("[") || !text.endsWith(")") || text.startsWith("[,")) {
            throw new IllegalStateException("A stored time span must include its start and exclude its end: " + text);
        }
        var bounds = text.substring(1, text.length() - 1).split(",", -1);
        return new InstantRange(instant(bounds[0]), bounds[1].isEmpty() ? null : instant(bounds[1]));
    }

    private static String text(Instant bound) {
        return POSTGRES.format(bound.atOffset(ZoneOffset.UTC));
    }

    private static Instant instant(String bound) {
        return OffsetDateTime.parse(bound.replace("\"", ""), POSTGRES).toInstant();
    }
}
