// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Data source that leads to the database that the current transaction has entered, and to the common one otherwise. */
final class RoutedDataSource extends DelegatingDataSource {
    private final ContextDatabases databases;
    private final DataSource common;
    private final Map<String, DataSource> ofContexts;

    RoutedDataSource(ContextDatabases databases, DataSource common, Map<String, ? extends DataSource> ofContexts) {
        super(common);
        this.databases = databases;
        this.common = common;
        this.ofContexts = Map.copyOf(ofContexts);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ofContexts.getOrDefault(databases.current(), common).getConnection();
    }
}
