package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Projects;
import org.springframework.transaction.annotation.Transactional;

/** Erasure of what a person shares with others. */
@ApplicationService
public class RelationErasure {
    private final Projects projects;
    private final Friendships friendships;

    RelationErasure(Projects projects, Friendships friendships) {
        this.projects = projects;
        this.friendships = friendships;
    }

    /** Removes the projects, memberships and friendships of a person. */
    @Transactional
    public void erase(UserId person) {
        projects.erase(person);
        friendships.erase(person);
    }
}
