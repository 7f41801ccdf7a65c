package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Projects;
import org.springframework.transaction.annotation.Transactional;

/** Erasure of what a person shares with others. */
@ApplicationService
public class RelationErasure {
    private final Projects projects;
    private final Friendships friendships;
    private final CalendarFeeds feeds;

    RelationErasure(Projects projects, Friendships friendships, CalendarFeeds feeds) {
        this.projects = projects;
        this.friendships = friendships;
        this.feeds = feeds;
    }

    /** Removes the projects, memberships, friendships and calendar feeds of a person. */
    @Transactional
    public void erase(UserId person) {
        projects.erase(person);
        friendships.erase(person);
        feeds.erase(person);
    }
}
