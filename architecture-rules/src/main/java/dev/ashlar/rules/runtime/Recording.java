// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.List;

/**
 * Recording of one JVM.
 *
 * @param plugins classes of the MyBatis plugins that were installed besides the recorder
 * @param statements what each executed statement did
 */
record Recording(List<String> plugins, List<RecordedStatement> statements) {
    Recording {
        plugins = List.copyOf(plugins);
        statements = List.copyOf(statements);
    }
}
