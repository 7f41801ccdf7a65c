// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.Labels;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Column of an imported file that is read. All others are ignored. */
public enum ImportColumn {
    /** Name of the lead. */
    NAME,
    /** Email address. */
    EMAIL,
    /** Phone number, with the prefix of its country. */
    PHONE,
    /** Campaign or form that the lead came from. */
    SOURCE;

    private static final Pattern JOINTS = Pattern.compile("[\\s_-]+");

    /** Finds the column by its name, whatever its case, blanks and hyphens; returns null for a name of none. */
    public static @Nullable ImportColumn find(String name) {
        return Labels.find(
                ImportColumn.class, JOINTS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
