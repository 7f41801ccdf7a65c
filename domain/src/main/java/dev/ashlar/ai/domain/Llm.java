// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Fields;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Language model. Prices, providers and interactions name it by its name, which therefore never changes.
 *
 * @param name unique regardless of case; clients must write it exactly so
 * @param active true if it may be called
 * @param version number of edits and of changes of prices
 */
public record Llm(
        LlmId id,
        LlmFactoryId factoryId,
        String name,
        LlmLimits limits,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    public static final int MAX_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,99}");

    public Llm {
        name = modelName("/name", name);
    }

    /** Returns a new model, which may be called. */
    public static Llm of(LlmId id, LlmFactoryId factory, String name, LlmLimits limits, Instant now) {
        return new Llm(id, factory, name, limits, true, now, now, 0);
    }

    /** Returns the model with other limits, or taken out of use or back into it. */
    public Llm edited(Edit edit, Instant now) {
        var changed = new LlmLimits(
                present("/contextTokens", edit.contextTokens(), limits.contextTokens()),
                present("/maxOutputTokens", edit.maxOutputTokens(), limits.maxOutputTokens()));
        return new Llm(
                id, factoryId, name, changed, present("/active", edit.active(), active), createdAt, now, version);
    }

    /** Returns the model after a change of its prices. */
    public Llm priced(Instant now) {
        return new Llm(id, factoryId, name, limits, active, createdAt, now, version);
    }

    /** Refuses a text that cannot be the name of a model. */
    static String modelName(String pointer, String name) {
        return Fields.matching(
                NAME, pointer, name, "must be 1 to 100 ASCII letters, digits and . _ : / @ + -, such as gpt-4o-mini");
    }

    private static <T> T present(String pointer, Change<T> change, T current) {
        var value = change.applyTo(current);
        if (value == null) {
            throw Fields.invalid(pointer, "must not be null");
        }
        return value;
    }

    /** Edit of a model; absent fields keep their values. */
    public record Edit(Change<Integer> contextTokens, Change<Integer> maxOutputTokens, Change<Boolean> active) {}
}
