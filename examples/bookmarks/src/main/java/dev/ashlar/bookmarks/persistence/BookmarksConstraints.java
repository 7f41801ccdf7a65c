// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.persistence;

import dev.ashlar.bookmarks.domain.BookmarksProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems of violated constraints. */
@Component
class BookmarksConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of("uq_bookmarks_user_id_url", BookmarksProblem.ADDRESS_TAKEN);
    }
}
