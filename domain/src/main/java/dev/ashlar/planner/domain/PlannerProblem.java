package dev.ashlar.planner.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of the planner, in the order of their names. */
public enum PlannerProblem implements ProblemType {
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
