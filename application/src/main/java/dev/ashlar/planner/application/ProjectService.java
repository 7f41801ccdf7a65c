// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.Projects;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Projects. Members see them; to all others they are not found. Only the owner changes them. */
@ApplicationService
public class ProjectService {
    private static final String LIST = "planner.projects";

    private final Projects projects;
    private final ProjectViews views;
    private final IdSource ids;
    private final InstantSource clock;

    ProjectService(Projects projects, ProjectViews views, IdSource ids, InstantSource clock) {
        this.projects = projects;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns projects of which the actor is a member, oldest first. */
    public Page<ProjectView> list(Actor actor, boolean membership, PageRequest page) {
        var rows = views.projects(actor.userId(), membership, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public ProjectView get(Actor actor, ProjectId id, boolean membership) {
        return views.project(actor.userId(), id, membership).orElseThrow(() -> notFound(id));
    }

    @Transactional
    public ProjectView create(Actor actor, String name) {
        var project = Project.of(new ProjectId(ids.next()), actor.userId(), name, clock.instant());
        projects.insert(project, project.owner());
        return view(project, 0);
    }

    @Transactional
    public ProjectView rename(Actor actor, ProjectId id, int version, String name) {
        var project = owned(projects, actor, id);
        var renamed = project.renamed(name, clock.instant());
        boolean isSame = renamed.name().equals(project.name());
        if (isSame ? project.version() != version : !projects.update(renamed, version)) {
            throw KernelProblem.stale("Project " + id.value(), version);
        }
        return isSame ? view(project, version) : view(renamed, version + 1);
    }

    /** Puts a project into the trash. Its todos stay with their owners. */
    @Transactional
    public void delete(Actor actor, ProjectId id, int version) {
        owned(projects, actor, id);
        if (!projects.delete(actor.userId(), id, version, clock.instant())) {
            throw KernelProblem.stale("Project " + id.value(), version);
        }
    }

    /** Takes a project out of the trash, with its members. */
    @Transactional
    public ProjectView restore(Actor actor, ProjectId id) {
        if (!projects.restore(actor.userId(), id, clock.instant())) {
            throw PlannerProblem.PROJECT_NOT_FOUND.because(
                    "No project " + id.value() + " is in your trash. List the trash to find its id.");
        }
        return get(actor, id, false);
    }

    /** Returns a project that the actor owns, and refuses a member who does not. */
    static Project owned(Projects projects, Actor actor, ProjectId id) {
        return projects.find(actor.userId(), id)
                .orElseThrow(() -> projects.roleOf(actor.userId(), id)
                        .map(role -> PlannerProblem.PROJECT_FORBIDDEN.because(
                                "Only its owner can change project " + id.value() + " and its members. Ask the owner."))
                        .orElseGet(() -> notFound(id)));
    }

    static DomainException notFound(ProjectId id) {
        return PlannerProblem.PROJECT_NOT_FOUND.because(
                "You are no member of a project " + id.value() + ". List your projects to find its id.");
    }

    private static ProjectView view(Project project, int version) {
        return new ProjectView(
                project.id(),
                project.ownerId(),
                project.name(),
                project.createdAt(),
                project.updatedAt(),
                version,
                null);
    }
}
