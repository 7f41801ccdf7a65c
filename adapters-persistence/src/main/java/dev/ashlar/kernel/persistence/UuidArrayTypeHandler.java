package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Identifier;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;

/**
 * A collection of typed ids as one {@code uuid[]} parameter, for {@code = ANY(…)} and {@code unnest(…)}: one bind and one
 * plan, however many ids. Only a parameter; a column of ids would be a relation.
 */
public class UuidArrayTypeHandler extends BaseTypeHandler<Collection<? extends Identifier>> {
    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, Collection<? extends Identifier> ids, JdbcType jdbcType)
            throws SQLException {
        var values = ids.stream().map(Identifier::value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("uuid", values));
    }

    @Override
    public Collection<? extends Identifier> getNullableResult(ResultSet row, String column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends Identifier> getNullableResult(ResultSet row, int column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends Identifier> getNullableResult(CallableStatement call, int column) {
        throw onlyAParameter();
    }

    private static IllegalStateException onlyAParameter() {
        return new IllegalStateException("Ids are selected as rows, not as arrays.");
    }
}
