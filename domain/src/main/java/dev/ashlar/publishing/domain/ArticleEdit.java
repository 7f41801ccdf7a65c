// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.UserId;
import java.util.List;

/** Changes to an article. The application checks that the actor may assign the editor. */
public record ArticleEdit(
        Change<String> title,
        Change<String> description,
        Change<String> body,
        Change<List<String>> tags,
        Change<UserId> editorId,
        Change<CategoryId> categoryId) {}
