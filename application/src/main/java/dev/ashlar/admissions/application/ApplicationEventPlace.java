// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.kernel.Cursor;
import java.util.UUID;

/**
 * Place of a change in the list of a person's changes, which is sorted by application and version.
 *
 * @param version version of the application that the change made
 */
public record ApplicationEventPlace(ApplicationId applicationId, int version) {
    /** Reads the place that {@link #cursor} has written. */
    static ApplicationEventPlace of(Cursor cursor) {
        int slash = cursor.key().indexOf('/');
        return new ApplicationEventPlace(
                new ApplicationId(UUID.fromString(cursor.key().substring(0, slash))),
                Integer.parseInt(cursor.key().substring(slash + 1)));
    }

    /** Returns this place as the end of a page of a list. */
    Cursor cursor(String list) {
        return new Cursor(list, applicationId.value() + "/" + version);
    }
}
