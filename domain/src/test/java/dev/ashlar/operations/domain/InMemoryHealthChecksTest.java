// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

class InMemoryHealthChecksTest extends HealthChecksContract {
    private final InMemoryHealthChecks checks = new InMemoryHealthChecks();

    @Override
    protected HealthChecks checks() {
        return checks;
    }
}
