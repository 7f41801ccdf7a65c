// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.web;

import dev.ashlar.crm.application.SalesTeamService;
import dev.ashlar.crm.domain.SalesHead;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sales-heads/{userId}")
@Tag(
        name = "Sales heads",
        description =
                "People who see the leads of a sales team. Its members are the sales people whose sales head is one of"
                        + " them.")
class SalesHeadController {
    private final SalesTeamService teams;

    SalesHeadController(SalesTeamService teams) {
        this.teams = teams;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Appoint a sales head",
            description = "Only administrators may do so. A head of another team changes to this one.")
    @Refuses({"auth.forbidden", "crm.owner-not-found"})
    void appointSalesHead(Actor actor, @PathVariable UserId userId, @RequestBody @Valid TeamRequest request) {
        teams.appoint(actor, userId, request.team());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Dismiss a sales head",
            description = "Only administrators may do so. The person sees own leads only from now on.")
    @Refuses({"auth.forbidden", "crm.sales-head-not-found"})
    void dismissSalesHead(Actor actor, @PathVariable UserId userId) {
        teams.dismiss(actor, userId);
    }

    /**
     * Appointment of a sales head.
     *
     * @param team name of the team; heads with the same name, whatever its case, see the same leads
     */
    record TeamRequest(
            @NotBlank @Size(max = SalesHead.MAX_TEAM) @Schema(example = "Berlin")
            String team) {}
}
