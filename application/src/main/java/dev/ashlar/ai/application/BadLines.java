// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.DomainException.FieldError;
import dev.ashlar.kernel.KernelProblem;
import java.util.ArrayList;
import java.util.List;

/** Lines of a request that are not valid. A field is named by the number of its line and its pointer, as in {@code /17/usage/promptTokens}. */
public final class BadLines {
    /** Number of lines after which no further ones are looked for. */
    public static final int MAX = 20;

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    /** Adds a line, by its number from 1, with the reason why it is refused. */
    public void add(int line, DomainException refusal) {
        count++;
        if (refusal.errors().isEmpty()) {
            errors.add(new FieldError("/" + line, refusal.detail()));
        }
        refusal.errors().forEach(error -> errors.add(new FieldError("/" + line + error.pointer(), error.message())));
    }

    public boolean isFull() {
        return count == MAX;
    }

    /** Refuses the request if there are such lines. */
    public void refuse() {
        if (count == 0) {
            return;
        }
        var refusal = KernelProblem.INVALID_REQUEST.because("Nothing is stored, because "
                + (isFull() ? "at least " : "")
                + (count == 1 ? "one line is" : count + " lines are")
                + " not valid. Correct what errors names by the numbers of the lines, and send all lines again.");
        for (var error : errors) {
            refusal = refusal.at(error.pointer(), error.message());
        }
        throw refusal;
    }
}
