// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

class InMemoryProjectsTest extends ProjectsContract {
    private final InMemoryProjects projects = new InMemoryProjects();

    @Override
    protected Projects projects() {
        return projects;
    }
}
