// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.IfMatch;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.Versioned;
import dev.ashlar.planner.application.ProjectService;
import dev.ashlar.planner.application.ProjectView;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects", description = "Groups of todos that you share with friends.")
class ProjectController {
    private final ProjectService projects;

    ProjectController(ProjectService projects) {
        this.projects = projects;
    }

    @GetMapping
    @Operation(
            summary = "List your projects",
            description = "Projects of which you are a member, the oldest first. membership=true adds your role and the"
                    + " time of joining.")
    @Refuses("request.invalid-cursor")
    Listing<ProjectView> listProjects(
            Actor actor,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "True to add your role and the time of joining.")
                    boolean membership,
            PageRequest page) {
        return Listing.of(projects.list(actor, membership, page));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Retry(RetryEffect.REPEATED)
    @Operation(summary = "Create a project", description = "You are its owner and first member.")
    Versioned<ProjectView> createProject(Actor actor, @RequestBody @Valid ProjectRequest request) {
        var project = projects.create(actor, request.name());
        return Versioned.created("/api/v1/projects/" + project.id().value(), project.version(), project);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get a project",
            description =
                    "The ETag is the version for an edit. membership=true adds your role and the time of joining.")
    @Refuses("planner.project-not-found")
    Versioned<ProjectView> getProject(
            Actor actor,
            @PathVariable ProjectId id,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "True to add your role and the time of joining.")
                    boolean membership) {
        var project = projects.get(actor, id, membership);
        return Versioned.okByContent(project.version(), project);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Rename a project", description = "Only its owner may do so.")
    @Refuses({"planner.project-not-found", "planner.project-forbidden", "request.stale-version"})
    Versioned<ProjectView> renameProject(
            Actor actor, @PathVariable ProjectId id, IfMatch ifMatch, @RequestBody @Valid ProjectRequest request) {
        var project = projects.rename(actor, id, version(actor, id, ifMatch), request.name());
        return Versioned.ok(project.version(), project);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a project",
            description = "Only its owner may do so. The project can be restored from the trash for 30 days; its todos"
                    + " stay with their owners.")
    @Refuses({"planner.project-not-found", "planner.project-forbidden", "request.stale-version"})
    void deleteProject(Actor actor, @PathVariable ProjectId id, IfMatch ifMatch) {
        projects.delete(actor, id, version(actor, id, ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Retry(RetryEffect.REFUSED)
    @Operation(
            summary = "Restore a project",
            description = "Takes a project of yours out of the trash, with its members.")
    @Refuses("planner.project-not-found")
    Versioned<ProjectView> restoreProject(Actor actor, @PathVariable ProjectId id) {
        var project = projects.restore(actor, id);
        return Versioned.ok(project.version(), project);
    }

    private int version(Actor actor, ProjectId id, IfMatch ifMatch) {
        return ifMatch.version(() -> projects.get(actor, id, false).version());
    }

    /** Content of a project. */
    record ProjectRequest(
            @NotBlank @Size(max = Project.MAX_NAME) @Schema(example = "New kitchen")
            String name) {}
}
