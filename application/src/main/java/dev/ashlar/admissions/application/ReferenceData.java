// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Money;
import java.util.List;

/** Reference data that admissions comes with. */
public interface ReferenceData {
    /**
     * Reads all colleges.
     *
     * @throws IllegalStateException if a row is not valid; the message names its file, line and field
     */
    List<NewCollege> colleges();

    /**
     * Reads all courses.
     *
     * @throws IllegalStateException as for colleges
     */
    List<NewCourse> courses();

    /** College to add. */
    record NewCollege(String name, String city) {
        public NewCollege {
            name = Fields.name("/name", name, College.MAX_NAME);
            city = Fields.name("/city", city, College.MAX_CITY);
        }
    }

    /** Course to add. */
    record NewCourse(String code, String title, Money listPrice) {
        public NewCourse {
            code = Fields.name("/code", code, Course.MAX_CODE);
            title = Fields.name("/title", title, Course.MAX_TITLE);
            Fields.require(listPrice.signum() > 0, "/listPrice", "must be positive");
        }
    }
}
