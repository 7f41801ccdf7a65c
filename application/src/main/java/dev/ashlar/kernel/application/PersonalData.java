// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;

/**
 * Rows of a context that belong to a person, for the export of the person's data. Each such list is one component, which is found
 * and not listed.
 */
public interface PersonalData {
    /** Names the rows in the export, in camel case and unique, as in {@code orders}. */
    String name();

    /**
     * Returns the next page of the rows of this person.
     *
     * @param owner the person without the rights of a role, so that the rows of others never appear
     */
    Page<? extends Record> page(Actor owner, PageRequest request);
}
