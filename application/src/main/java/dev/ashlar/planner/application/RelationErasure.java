package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.Friendships;
import dev.ashlar.planner.domain.Projects;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Erasure of what a person shares with others. */
@ApplicationService
public class RelationErasure {
    private final Projects projects;
    private final Friendships friendships;
    private final CalendarFeeds feeds;
    private final People people;

    RelationErasure(Projects projects, Friendships friendships, CalendarFeeds feeds, People people) {
        this.projects = projects;
        this.friendships = friendships;
        this.feeds = feeds;
        this.people = people;
    }

    /** Removes the projects, memberships, friendships and calendar feeds of a person. */
    @Transactional
    public void erase(UserId person) {
        projects.erase(person);
        friendships.erase(person);
        feeds.erase(person);
    }

    /** Ends all calendar feeds of a user unless the user is active, as after a late event. */
    @Transactional
    public void revokeFeedsOfDeactivated(UserId user) {
        if (!people.lockDeactivated(Set.of(user)).isEmpty()) {
            feeds.erase(user);
        }
    }
}
