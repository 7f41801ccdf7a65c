// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.List;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.jspecify.annotations.Nullable;

/**
 * Statement that is rendered as usual and knows its parts.
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
