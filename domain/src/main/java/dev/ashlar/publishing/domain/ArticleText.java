// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of an article.
 *
 * @param body Markdown
 * @param tags in the author's order, without duplicates
 */
public record ArticleText(String title, String description, String body, List<String> tags) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 500;
    public static final int MAX_BODY = 100_000;
    public static final int MAX_TAG = 50;
    public static final int MAX_TAGS = 20;

    public ArticleText {
        tags = List.copyOf(tags);
    }

    /** Returns the text in its stored form; refuses missing and overlong values. */
    public static ArticleText of(
            @Nullable String title, @Nullable String description, @Nullable String body, @Nullable List<String> tags) {
        return new ArticleText(
                Fields.name("/title", title, MAX_TITLE),
                Fields.text("/description", description, MAX_DESCRIPTION),
                Fields.markdown("/body", body, MAX_BODY),
                checkedTags(tags));
    }

    ArticleText with(ArticleEdit edit) {
        return of(
                edit.title().applyTo(title),
                edit.description().applyTo(description),
                edit.body().applyTo(body),
                edit.tags().applyTo(tags));
    }

    private static List<String> checkedTags(@Nullable List<String> tags) {
        if (tags == null) {
            throw Fields.invalid("/tags", "must not be null");
        }
        var distinct = new LinkedHashSet<String>();
        for (int i = 0; i < tags.size(); i++) {
            distinct.add(Fields.name("/tags/" + i, tags.get(i), MAX_TAG));
        }
        Fields.require(distinct.size() <= MAX_TAGS, "/tags", "must have at most " + MAX_TAGS + " entries");
        return List.copyOf(distinct);
    }
}
