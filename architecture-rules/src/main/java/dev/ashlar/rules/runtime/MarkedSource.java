package dev.ashlar.rules.runtime;

import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is rendered as ever, and of which is known what it is made of.
 *
 * @param rendering makes the SQL
 * @param text what is written in the mapper, tags left out
 * @param branches its branches
 */
record MarkedSource(SqlSource rendering, String text, List<Branch> branches) implements SqlSource {
    @Override
    public BoundSql getBoundSql(@Nullable Object parameter) {
        return rendering.getBoundSql(parameter);
    }
}
