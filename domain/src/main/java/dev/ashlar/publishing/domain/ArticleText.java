package dev.ashlar.publishing.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new post says.
 *
 * @param tags in the order given, each once
 */
public record ArticleText(String title, String description, String body, List<String> tags) {
    /** The text, checked; what is missing or too long is refused. */
    public static ArticleText of(
            @Nullable String title, @Nullable String description, @Nullable String body, @Nullable List<String> tags) {
        return new ArticleText(
                Text.required("/title", title, Text.MAX_TITLE),
                Text.required("/description", description, Text.MAX_DESCRIPTION),
                Text.required("/body", body, Text.MAX_BODY),
                Text.tags(tags));
    }
}
