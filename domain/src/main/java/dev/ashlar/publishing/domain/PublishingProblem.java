// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of publishing. */
public enum PublishingProblem implements ProblemType {
    ARTICLE_NOT_FOUND("publishing.article-not-found", Kind.NOT_FOUND, "Article not found"),
    COMMENT_NOT_FOUND("publishing.comment-not-found", Kind.NOT_FOUND, "Comment not found"),
    PROFILE_NOT_FOUND("publishing.profile-not-found", Kind.NOT_FOUND, "Profile not found"),
    CATEGORY_NOT_FOUND("publishing.category-not-found", Kind.NOT_FOUND, "Category not found"),
    ARTICLE_FORBIDDEN("publishing.article-forbidden", Kind.FORBIDDEN, "Article belongs to another author"),
    COMMENT_FORBIDDEN("publishing.comment-forbidden", Kind.FORBIDDEN, "Comment belongs to another author"),
    ILLEGAL_TRANSITION("publishing.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    SLUG_TAKEN("publishing.slug-taken", Kind.CONFLICT, "Slug is already taken"),
    ARTICLE_NOT_DELETED("publishing.article-not-deleted", Kind.CONFLICT, "Article is not in the trash"),
    COMMENT_NOT_DELETED("publishing.comment-not-deleted", Kind.CONFLICT, "Comment is not in the trash"),
    CATEGORY_NAME_TAKEN("publishing.category-name-taken", Kind.CONFLICT, "Category name is already taken"),
    CATEGORY_UNKNOWN("publishing.category-unknown", Kind.REFUSED, "Category does not exist"),
    PUBLICATION_TIME_PAST("publishing.publication-time-past", Kind.REFUSED, "Publication time is in the past");

    private final Definition definition;

    PublishingProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
