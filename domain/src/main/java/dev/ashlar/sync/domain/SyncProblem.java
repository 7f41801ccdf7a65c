// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of sync, in the order of their names. */
public enum SyncProblem implements ProblemType {
    RUN_NOT_FOUND("sync.run-not-found", Kind.NOT_FOUND, "Sync run not found"),
    RUN_OPEN("sync.run-open", Kind.CONFLICT, "Source has an open sync run");

    private final Definition definition;

    SyncProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
