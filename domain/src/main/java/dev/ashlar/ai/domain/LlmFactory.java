// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Maker of language models.
 *
 * @param name unique: lower case letters, digits and hyphens, as in {@code openai}
 */
public record LlmFactory(LlmFactoryId id, String name, Instant createdAt) {
    public static final int MAX_NAME = 40;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public LlmFactory {
        name = Fields.matching(
                NAME, "/factory", name, "must be 1 to 40 lower case letters, digits and hyphens, such as openai");
    }
}
