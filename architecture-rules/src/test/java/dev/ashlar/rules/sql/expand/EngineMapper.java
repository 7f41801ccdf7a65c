// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** Interface of the engine's own mapper file. */
interface EngineMapper extends EnginePort<EngineMapper.Line> {
    record Filter(String status, Instant since) {}

    record Line(UUID order, BigDecimal amount) {}

    enum Column {
        TOTAL,
        NAME
    }

    enum Order {
        UP("ASC"),
        DOWN("DESC");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    List<Map<String, Object>> nested(@Param("filter") Filter filter, @Param("limit") int limit);

    List<Map<String, Object>> sorted(@Param("column") Column column, @Param("order") Order order);

    List<Map<String, Object>> joined(@Param("filter") Filter filter, @Param("limit") long limit);

    List<Map<String, Object>> anything(@Param("text") String text);
}
