package dev.ashlar.publishing.application;

/** A comment with its author. */
public record CommentView(ReadComment comment, PersonView author) {}
