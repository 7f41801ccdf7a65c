package dev.ashlar.planner.application;

/** Kind of a thing that deleting puts into the trash. */
public enum TrashKind {
    /** Restored by {@code POST /todos/{id}/restore}. */
    TODO
}
