// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Money;
import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * {@link Money} as a {@code numeric(12,2)} beside the row's column {@code currency}. It is read as one value, and written as two:
 * {@code #{price.amount}, #{price.currency}}.
 */
class MoneyTypeHandler extends BaseTypeHandler<Money> {
    /** Column with the currency of all amounts of a row. */
    static final String CURRENCY = "currency";

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Money money, JdbcType jdbcType) {
        throw new IllegalStateException("Money is two columns: bind its amount and its currency.");
    }

    @Override
    public @Nullable Money getNullableResult(ResultSet row, String column) throws SQLException {
        return money(row.getBigDecimal(column), row);
    }

    @Override
    public @Nullable Money getNullableResult(ResultSet row, int column) throws SQLException {
        return money(row.getBigDecimal(column), row);
    }

    @Override
    public @Nullable Money getNullableResult(CallableStatement call, int column) {
        throw new IllegalStateException("Money is read from rows.");
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, ResultSet row) throws SQLException {
        return amount == null ? null : new Money(amount, row.getString(CURRENCY));
    }
}
