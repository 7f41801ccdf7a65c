package dev.ashlar.publishing.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories as they are shown. */
public interface CategoryViews {
    /** Categories, oldest first, that come after the given key. */
    List<CategoryView> categories(@Nullable UUID after, int limit);
}
