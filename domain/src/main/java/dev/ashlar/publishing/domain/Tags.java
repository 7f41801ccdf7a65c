// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.List;

/**
 * Index of articles by tag. The tags of an article and their order are part of the {@link Article}; the application updates this
 * index in the transaction that changes them.
 */
public interface Tags {
    /** Creates the tags that do not exist; {@code ids} holds the new key of each name. */
    void create(List<TagId> ids, List<String> names, Instant now);

    /** Puts a live article into the index under these existing tags, and under no others. */
    void index(ArticleId article, List<String> names);
}
