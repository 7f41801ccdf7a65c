// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of the planner, in the order of their names. */
public enum PlannerProblem implements ProblemType {
    AUTOMATION_JOBS_EXCEEDED("planner.automation-jobs-exceeded", Kind.CONFLICT, "Person has too many automation jobs"),
    AUTOMATION_JOB_NOT_FOUND("planner.automation-job-not-found", Kind.NOT_FOUND, "Automation job not found"),
    EXCEPTIONS_EXCEEDED("planner.exceptions-exceeded", Kind.REFUSED, "Series has too many exceptions"),
    FEEDS_EXCEEDED("planner.feeds-exceeded", Kind.CONFLICT, "Person has too many calendar feeds"),
    FEED_NOT_FOUND("planner.feed-not-found", Kind.NOT_FOUND, "Calendar feed not found"),
    FRIEND_NOT_FOUND("planner.friend-not-found", Kind.NOT_FOUND, "Friend not found"),
    FRIENDSHIP_DECLINED("planner.friendship-declined", Kind.CONFLICT, "Friendship was declined"),
    FRIENDSHIP_NOT_FOUND("planner.friendship-not-found", Kind.NOT_FOUND, "Friendship not found"),
    FRIENDSHIP_REQUIRED("planner.friendship-required", Kind.REFUSED, "Person is not a friend"),
    ILLEGAL_TRANSITION("planner.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    ITEM_OF_MEETING("planner.item-of-meeting", Kind.CONFLICT, "Schedule item shows a meeting"),
    MEMBER_EXISTS("planner.member-exists", Kind.CONFLICT, "Person is already a member"),
    MEMBER_NOT_FOUND("planner.member-not-found", Kind.NOT_FOUND, "Member not found"),
    OCCURRENCE_NOT_FOUND("planner.occurrence-not-found", Kind.NOT_FOUND, "Occurrence not found"),
    OWN_FRIENDSHIP("planner.own-friendship", Kind.FORBIDDEN, "Own friendship cannot be requested"),
    OWN_FRIENDSHIP_REQUEST(
            "planner.own-friendship-request", Kind.FORBIDDEN, "Own friendship request cannot be decided"),
    OWN_MEMBERSHIP("planner.own-membership", Kind.FORBIDDEN, "Membership of the owner cannot be changed"),
    PERSON_NOT_FOUND("planner.person-not-found", Kind.NOT_FOUND, "Person not found"),
    PROJECT_FORBIDDEN("planner.project-forbidden", Kind.FORBIDDEN, "Role in the project does not permit this"),
    PROJECT_NOT_FOUND("planner.project-not-found", Kind.NOT_FOUND, "Project not found"),
    RANGE_TOO_FULL("planner.range-too-full", Kind.REFUSED, "Range has too many schedule items"),
    RUN_OPEN("planner.run-open", Kind.CONFLICT, "Automation job has an open run"),
    SCHEDULE_ENDED("planner.schedule-ended", Kind.REFUSED, "Schedule has no further tick"),
    SCHEDULE_ITEM_NOT_FOUND("planner.schedule-item-not-found", Kind.NOT_FOUND, "Schedule item not found"),
    TODOS_CHANGED("planner.todos-changed", Kind.CONFLICT, "Todos have changed"),
    TODO_NOT_FOUND("planner.todo-not-found", Kind.NOT_FOUND, "Todo not found");

    private final Definition definition;

    PlannerProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
