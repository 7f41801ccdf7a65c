// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of bookmarks. */
public enum BookmarksProblem implements ProblemType {
    BOOKMARK_NOT_FOUND("bookmarks.bookmark-not-found", Kind.NOT_FOUND, "Bookmark not found"),
    ADDRESS_TAKEN("bookmarks.address-taken", Kind.CONFLICT, "Address is already bookmarked"),
    TIME_IN_PAST("bookmarks.time-in-past", Kind.REFUSED, "Time is in the past");

    private final Definition definition;

    BookmarksProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
