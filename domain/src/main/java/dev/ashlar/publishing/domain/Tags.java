package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.PostId;
import java.util.List;

/** The tags that posts carry. */
public interface Tags {
    /** Makes those of these tags that there are not yet; each has its own name and the id to be made under. */
    void create(List<TagId> ids, List<String> names);

    /** Gives a post these tags, all of which there are, in this order. */
    void attach(PostId post, List<String> names);

    /** Takes all tags but these from a post. */
    void detachAllBut(PostId post, List<String> names);
}
