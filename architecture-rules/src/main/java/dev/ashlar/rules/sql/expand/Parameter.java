// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.lang.reflect.Type;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * A placeholder of a variant, in the order of its question marks.
 *
 * {@snippet :
 * boolean item = parameter.path().endsWith("]") && parameter.type() == UUID.class;
 * }
 *
 * @param path the text in {@code #{}}, with items of a {@code <foreach>} as {@code ids[0]}
 * @param type the Java type of its value, from the mapper method's signature; null if that cannot be known
 * @param declaredHandler the type handler it names itself, else null
 * @param jdbcType the {@code jdbcType} it names itself, else null
 */
public record Parameter(
        String path,
        @Nullable Type type,
        @Nullable TypeHandler<?> declaredHandler,
        @Nullable JdbcType jdbcType) {

    /** Returns the class of its type, without type arguments. */
    public @Nullable Class<?> javaClass() {
        return Signature.raw(type);
    }
}
