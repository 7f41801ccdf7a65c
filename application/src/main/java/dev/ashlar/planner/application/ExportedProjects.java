// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Projects of which a person is a member, with role and time of joining. */
@Component
class ExportedProjects implements PersonalData {
    private final ProjectService projects;

    ExportedProjects(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public Page<ProjectView> page(Actor owner, PageRequest request) {
        return projects.list(owner, true, request);
    }
}
