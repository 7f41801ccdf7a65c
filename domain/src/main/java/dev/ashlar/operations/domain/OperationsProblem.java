// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of operations, in the order of their names. */
public enum OperationsProblem implements ProblemType {
    INCIDENT_NOT_FOUND("operations.incident-not-found", Kind.NOT_FOUND, "Incident not found"),
    METADATA_KEY_TAKEN("operations.metadata-key-taken", Kind.CONFLICT, "Key of the metadata is already taken"),
    METADATA_NOT_FOUND("operations.metadata-not-found", Kind.NOT_FOUND, "Metadata not found");

    private final Definition definition;

    OperationsProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
