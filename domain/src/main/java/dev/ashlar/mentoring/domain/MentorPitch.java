// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.Spelling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mentor's presentation to students.
 *
 * @param expertise distinct tags in lower case
 */
public record MentorPitch(String headline, @Nullable String bio, List<String> expertise) {
    public static final int MAX_HEADLINE = 120;
    public static final int MAX_BIO = 4000;
    public static final int MAX_TAGS = 20;
    public static final int MAX_TAG = 40;

    public MentorPitch {
        headline = Fields.text("/headline", headline, MAX_HEADLINE);
        bio = Fields.optionalText("/bio", bio, MAX_BIO);
        Fields.require(expertise.size() <= MAX_TAGS, "/expertise", "must be at most " + MAX_TAGS + " tags");
        expertise = expertise.stream()
                .map(tag -> Spelling.key(Fields.name("/expertise", tag, MAX_TAG)))
                .distinct()
                .toList();
    }
}
