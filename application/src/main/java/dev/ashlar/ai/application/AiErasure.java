// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Workflow;

/** Erasure of what AI knows of people, in as many transactions as it takes. Their interactions stay without contents, as ledgers do. */
@Workflow
public class AiErasure {
    private final AiErasureService steps;

    AiErasure(AiErasureService steps) {
        this.steps = steps;
    }

    /** Deletes a person's budgets and clears the contents of the person's interactions. May be repeated. */
    public void erase(UserId person) {
        steps.eraseBudgets(person);
        int cleared;
        do {
            cleared = steps.clearInteractions(person);
        } while (cleared > 0);
    }
}
