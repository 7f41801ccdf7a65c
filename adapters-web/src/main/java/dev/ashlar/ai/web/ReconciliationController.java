// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.ReconciliationView;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ai/reconciliation")
@Tag(name = "AI budgets", description = "Limits of the cost of calls of language models.")
class ReconciliationController {
    private final ReconciliationService reconciliation;

    ReconciliationController(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping
    @Operation(
            summary = "Reconcile AI costs",
            description =
                    "Compares the interactions of this month and the one before it with statistics and budgets, and lists"
                            + " each difference. Millions of interactions take some minutes. A job does so each night. For administrators.")
    @Refuses("auth.forbidden")
    ReconciliationView reconcileAiCosts(Actor actor) {
        return reconciliation.reconcile(actor);
    }
}
