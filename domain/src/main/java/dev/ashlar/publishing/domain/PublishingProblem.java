package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.ProblemType;

/** What publishing refuses. */
public enum PublishingProblem implements ProblemType {
    NO_SUCH_POST("publishing.no-such-article", Kind.NOT_FOUND, "There is no such article."),
    NO_SUCH_COMMENT("publishing.no-such-comment", Kind.NOT_FOUND, "There is no such comment."),
    NO_SUCH_PERSON("publishing.no-such-person", Kind.NOT_FOUND, "There is no such person."),
    NO_SUCH_CATEGORY("publishing.no-such-category", Kind.NOT_FOUND, "There is no such category."),
    NOT_YOUR_POST("publishing.not-your-article", Kind.FORBIDDEN, "The article is somebody else's."),
    NOT_YOUR_COMMENT("publishing.not-your-comment", Kind.FORBIDDEN, "The comment is somebody else's."),
    ILLEGAL_TRANSITION("publishing.illegal-transition", Kind.CONFLICT, "The article's status does not allow this."),
    SLUG_TAKEN("publishing.slug-taken", Kind.CONFLICT, "Another article has this slug by now."),
    NOT_IN_TRASH("publishing.not-in-trash", Kind.CONFLICT, "It is not in the trash."),
    CATEGORY_TAKEN("publishing.category-taken", Kind.CONFLICT, "A category of this name exists."),
    UNKNOWN_CATEGORY("publishing.unknown-category", Kind.REFUSED, "The category does not exist."),
    TIME_IN_THE_PAST("publishing.time-in-the-past", Kind.REFUSED, "An article is scheduled for the future.");

    private final Definition definition;

    PublishingProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
