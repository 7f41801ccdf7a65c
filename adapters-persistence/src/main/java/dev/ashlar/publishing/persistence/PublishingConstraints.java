package dev.ashlar.publishing.persistence;

import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What publishing's constraints mean to a caller who runs into them. */
@Component
class PublishingConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "uq_posts_slug", PublishingProblem.SLUG_TAKEN,
                "uq_categories_name", PublishingProblem.CATEGORY_TAKEN,
                "fk_posts_category_id", PublishingProblem.UNKNOWN_CATEGORY,
                "fk_comments_post_id", PublishingProblem.NO_SUCH_POST,
                "fk_favorites_post_id", PublishingProblem.NO_SUCH_POST,
                "fk_post_tags_post_id", PublishingProblem.NO_SUCH_POST);
    }
}
