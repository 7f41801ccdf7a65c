// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

class InMemoryIncidentsTest extends IncidentsContract {
    private final InMemoryIncidents incidents = new InMemoryIncidents();

    @Override
    protected Incidents incidents() {
        return incidents;
    }
}
