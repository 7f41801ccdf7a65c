// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import java.util.List;

/**
 * A part of a statement that is rendered or not: the content of an {@code <if>}, a {@code <when>}, an {@code <otherwise>} or
 * a {@code <foreach>}. While the statement is rendered, a variable counts how often that happens.
 *
 * @param label the tag with what it asks, such as {@code if filter.role != null}
 * @param number which branch of its statement it is, from 0
 * @param parent the branch that it is in, or -1
 * @param earlier branches of the same {@code <choose>} that are asked before it
 */
record Branch(String label, int number, int parent, List<Integer> earlier) {
    Branch {
        earlier = List.copyOf(earlier);
    }

    /** Returns the variable that counts. */
    String variable() {
        return "__branch_" + number;
    }

    private boolean repeats() {
        return label.startsWith("foreach");
    }

    /** True if it was rendered; for a loop, whether with several items. */
    boolean taken(int[] counts) {
        return counts[number] > (repeats() ? 1 : 0);
    }

    /** True if it was asked and passed by; for a loop, whether it was rendered with a single item. */
    boolean passed(int[] counts) {
        if (repeats()) {
            return counts[number] == 1;
        }
        int asked = parent < 0 ? 1 : counts[parent];
        for (int other : earlier) {
            asked -= counts[other];
        }
        return counts[number] < asked;
    }
}
