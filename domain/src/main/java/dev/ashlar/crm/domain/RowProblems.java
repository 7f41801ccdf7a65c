// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.JsonDocument;
import java.util.List;

/** Reasons why an imported row is refused. */
public record RowProblems(List<RowProblem> all) implements JsonDocument {
    public RowProblems {
        all = List.copyOf(all);
    }

    /** Returns the only reason. */
    public static RowProblems of(String field, String message) {
        return new RowProblems(List.of(new RowProblem(field, message)));
    }
}
