// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import dev.ashlar.admissions.application.ReferenceData;
import dev.ashlar.kernel.persistence.JsonFixtures;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@link ReferenceData} in JSON files beside this class. */
@Component
class JsonReferenceData implements ReferenceData {
    @Override
    public List<NewCollege> colleges() {
        return JsonFixtures.read(JsonReferenceData.class, "colleges.json", NewCollege.class);
    }

    @Override
    public List<NewCourse> courses() {
        return JsonFixtures.read(JsonReferenceData.class, "courses.json", NewCourse.class);
    }
}
