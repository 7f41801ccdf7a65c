package dev.ashlar.kernel.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/** Whole numbers as {@code bigint[]}, as a parameter; named in the XML, since a collection alone does not say what it holds. */
public class LongArrayTypeHandler extends BaseTypeHandler<Collection<Long>> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, Collection<Long> numbers, JdbcType jdbcType)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("bigint", numbers.toArray()));
    }

    @Override
    public Collection<Long> getNullableResult(ResultSet row, String column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<Long> getNullableResult(ResultSet row, int column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<Long> getNullableResult(CallableStatement call, int column) {
        throw onlyAParameter();
    }

    private static IllegalStateException onlyAParameter() {
        return new IllegalStateException("Nothing is read as a collection of numbers.");
    }
}
