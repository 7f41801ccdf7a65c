// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

/** Role of a member in a project. Every member sees the project, its members and its todos. */
public enum ProjectRole {
    /** Person to whom the project belongs. */
    OWNER,
    /** Member who edits todos. */
    EDITOR,
    /** Member who only reads. */
    VIEWER;

    /** True if the member may rename, delete and restore the project and choose its members. */
    public boolean mayManage() {
        return this == OWNER;
    }

    /** True if the member may add, edit, complete and delete todos of the project. */
    public boolean mayEdit() {
        return this != VIEWER;
    }
}
