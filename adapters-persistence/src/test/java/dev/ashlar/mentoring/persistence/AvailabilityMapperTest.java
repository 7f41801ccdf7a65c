// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.AvailabilitiesContract;
import dev.ashlar.mentoring.domain.Mentors;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class AvailabilityMapperTest extends AvailabilitiesContract {
    private final AvailabilityMapper availabilities;
    private final MentorMapper mentors;

    @Autowired
    AvailabilityMapperTest(AvailabilityMapper availabilities, MentorMapper mentors) {
        this.availabilities = availabilities;
        this.mentors = mentors;
    }

    @Override
    protected Availabilities availabilities() {
        return availabilities;
    }

    @Override
    protected Mentors mentors() {
        return mentors;
    }
}
