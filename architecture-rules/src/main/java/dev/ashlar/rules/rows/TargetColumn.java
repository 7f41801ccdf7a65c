// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import java.util.List;

/**
 * A column as a maker of rows needs it.
 *
 * @param name quoted where PostgreSQL demands it
 * @param type its type, to cast to
 * @param base the same; for a domain, the type below it
 * @param required true if it is NOT NULL
 * @param labels of an enum; else empty
 */
record TargetColumn(String name, String type, String base, boolean required, List<String> labels) {
    TargetColumn {
        base = base.replaceAll("\\([^)]*\\)", "").strip();
    }
}
