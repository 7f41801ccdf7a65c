package dev.ashlar.publishing.application;

import java.util.List;

/** Tags as they are shown. */
public interface TagViews {
    /** Names of the tags that published articles carry, in alphabetical order. */
    List<String> tags(int limit);
}
