// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Problems that violations of publishing's constraints become. */
@Component
class PublishingConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "uq_posts_slug", PublishingProblem.SLUG_TAKEN,
                "uq_categories_name", PublishingProblem.CATEGORY_NAME_TAKEN,
                "fk_posts_category_id", PublishingProblem.CATEGORY_UNKNOWN,
                "fk_comments_post_id", PublishingProblem.ARTICLE_NOT_FOUND,
                "fk_favorites_post_id", PublishingProblem.ARTICLE_NOT_FOUND,
                "fk_post_tags_post_id", PublishingProblem.ARTICLE_NOT_FOUND);
    }
}
