// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Descriptions of problems, to which their {@code type} refers. */
@RestController
@RequestMapping("/problems")
@Tag(name = "Problems", description = "Meanings of the codes of refusals.")
class ProblemController {
    @GetMapping
    @PublicEndpoint
    @Operation(summary = "List problems", description = "Lists the codes of all refusals, with their status and title.")
    Collection<KnownProblem> listProblems() {
        return ProblemCatalogue.all();
    }

    @GetMapping("/{code}")
    @PublicEndpoint
    @Operation(summary = "Get a problem", description = "The type of a refusal refers here.")
    @Refuses("request.not-found")
    KnownProblem getProblem(@PathVariable @Parameter(description = "Code of the problem.") String code) {
        return ProblemCatalogue.find(code)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("GET /problems lists the codes there are."));
    }
}
