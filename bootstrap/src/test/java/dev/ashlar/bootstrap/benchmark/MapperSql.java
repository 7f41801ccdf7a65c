// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;

/**
 * The SQL of a mapper's statement, sent by plain JDBC: what the application is compared with. The text is taken from the
 * XML, so that the two stay the same.
 *
 * @param parameters names of the parameters, in the order of their places
 */
record MapperSql(String text, List<String> parameters) {
    private static final Configuration MAPPERS = FreshMyBatis.configuration();

    static {
        parse("dev/ashlar/kernel/persistence/SoftDelete.xml"); // a fragment that mappers include
    }

    /**
     * Reads a statement that is the same whatever its parameters are.
     *
     * @param mapper as in {@code wallet.persistence.WalletMapper}
     */
    static MapperSql of(String mapper, String statement) {
        return of(mapper, statement, Map.of());
    }

    /**
     * Reads the variant of a statement for some parameters.
     *
     * @param parameters by name; those that choose no variant may be missing
     */
    static synchronized MapperSql of(String mapper, String statement, Map<String, ?> parameters) {
        var name = "dev.ashlar." + mapper;
        if (!MAPPERS.hasStatement(name + "." + statement)) {
            parse(name.replace('.', '/') + ".xml");
        }
        var sql = MAPPERS.getMappedStatement(name + "." + statement).getBoundSql(parameters);
        return new MapperSql(
                sql.getSql(),
                sql.getParameterMappings().stream()
                        .map(ParameterMapping::getProperty)
                        .toList());
    }

    private static void parse(String file) {
        try (var xml = Resources.getResourceAsStream(file)) {
            new XMLMapperBuilder(xml, MAPPERS, file, MAPPERS.getSqlFragments()).parse();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Sends it and reads all of its answer; returns how many rows there were, or were changed.
     *
     * @param values by the names that the mapper has for them; what is missing is null
     */
    int send(Connection connection, Map<String, ?> values) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            for (int place = 1; place <= parameters.size(); place++) {
                statement.setObject(place, values.get(parameters.get(place - 1)));
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            int rows = 0;
            try (var row = statement.getResultSet()) {
                int columns = row.getMetaData().getColumnCount();
                for (; row.next(); rows++) {
                    for (int column = 1; column <= columns; column++) {
                        row.getObject(column);
                    }
                }
            }
            return rows;
        }
    }
}
