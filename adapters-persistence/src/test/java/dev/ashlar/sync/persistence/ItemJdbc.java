// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import dev.ashlar.kernel.Labels;
import dev.ashlar.sync.domain.CatalogueItem;
import dev.ashlar.sync.domain.CatalogueItemId;
import dev.ashlar.sync.domain.CatalogueItemsContract.StoredItem;
import dev.ashlar.sync.domain.ItemStatus;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Items as plain JDBC reads them. */
public final class ItemJdbc {
    private ItemJdbc() {}

    /** Returns the rows of a table, by their keys in the catalogue. */
    public static List<StoredItem> stored(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT * FROM " + table + " ORDER BY external_id")
                .query((row, number) -> new StoredItem(
                        new CatalogueItemId(row.getObject("id", UUID.class)),
                        new CatalogueItem(
                                row.getString("external_id"),
                                row.getLong("source_version"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getString("url")),
                        Labels.find(ItemStatus.class, row.getString("status")),
                        row.getTimestamp("listed_at").toInstant(),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }
}
