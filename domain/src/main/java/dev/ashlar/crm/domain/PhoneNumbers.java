// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import org.jspecify.annotations.Nullable;

/** Numbering plans of telephones. */
public interface PhoneNumbers {
    /**
     * Returns the number in E.164, as in {@code +4930123456}; null if it is not a valid number.
     *
     * @param typed number as it was given; one without the prefix of its country is not valid
     */
    @Nullable
    String e164(String typed);
}
