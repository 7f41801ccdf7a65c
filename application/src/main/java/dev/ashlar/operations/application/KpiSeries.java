// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Fields;
import java.util.regex.Pattern;

/**
 * Figure that is shown over time.
 *
 * @param metric context and noun, as in {@code commerce.orders}
 * @param dimensions part of the whole, as in {@code status=paid}; empty for the whole
 */
public record KpiSeries(String metric, String dimensions) {
    private static final Pattern METRIC = Pattern.compile("[a-z]+\\.[a-z-]+");
    private static final Pattern DIMENSIONS = Pattern.compile("([a-z]+=[A-Za-z0-9_-]+(,[a-z]+=[A-Za-z0-9_-]+)*)?");

    public KpiSeries {
        metric = Fields.matching(METRIC, "metric", metric, "must be the name of a figure, such as commerce.orders");
        dimensions = Fields.matching(
                DIMENSIONS, "dimensions", dimensions, "must be the part that is counted, such as status=paid");
    }
}
