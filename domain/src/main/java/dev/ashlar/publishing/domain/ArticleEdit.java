package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;

/** Changes of a post. Who may name the editor is not decided here. */
public record ArticleEdit(
        Change<String> title,
        Change<String> description,
        Change<String> body,
        Change<List<String>> tags,
        Change<UserId> editorId,
        Change<CategoryId> categoryId) {
    /** The new tags, checked; empty if they stay. */
    public Optional<List<String>> newTags() {
        return tags.present() ? Optional.of(Text.tags(tags.value())) : Optional.empty();
    }
}
