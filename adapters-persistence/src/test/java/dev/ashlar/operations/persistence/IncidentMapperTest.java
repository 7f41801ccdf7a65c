// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.operations.domain.Incidents;
import dev.ashlar.operations.domain.IncidentsContract;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class IncidentMapperTest extends IncidentsContract {
    @Autowired
    private Incidents incidents;

    @Override
    protected Incidents incidents() {
        return incidents;
    }
}
