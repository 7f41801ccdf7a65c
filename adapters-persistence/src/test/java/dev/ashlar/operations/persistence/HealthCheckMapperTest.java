// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.HealthChecks;
import dev.ashlar.operations.domain.HealthChecksContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class HealthCheckMapperTest extends HealthChecksContract {
    @Autowired
    private HealthChecks checks;

    @Override
    protected HealthChecks checks() {
        return checks;
    }
}
