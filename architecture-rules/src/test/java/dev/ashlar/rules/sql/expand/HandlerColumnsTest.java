// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.IntegerTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.junit.jupiter.api.Test;

/** Columns that a type handler reads. */
class HandlerColumnsTest {
    @Test
    void namesItsOwnColumns() {
        assertThat(HandlerColumns.of(new IntegerTypeHandler(), "stock")).containsExactly("stock");
    }

    @Test
    void thoseBesideIt() {
        assertThat(HandlerColumns.of(new PriceHandler(), "price")).containsExactly("price", "currency");
    }

    @Test
    void thoseThatItAskedForBeforeItFailed() {
        var failing = new PriceHandler() {
            @Override
            public String getNullableResult(ResultSet row, String column) throws SQLException {
                super.getNullableResult(row, column);
                throw new SQLException("no such currency");
            }
        };

        assertThat(HandlerColumns.of(failing, "price")).containsExactly("price", "currency");
    }

    private static class PriceHandler extends BaseTypeHandler<String> {
        @Override
        public void setNonNullParameter(PreparedStatement statement, int index, String price, JdbcType type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getNullableResult(ResultSet row, String column) throws SQLException {
            BigDecimal amount = row.getBigDecimal(column);
            return amount.add(BigDecimal.ONE) + row.getString("currency");
        }

        @Override
        public String getNullableResult(ResultSet row, int column) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getNullableResult(CallableStatement call, int column) {
            throw new UnsupportedOperationException();
        }
    }
}
