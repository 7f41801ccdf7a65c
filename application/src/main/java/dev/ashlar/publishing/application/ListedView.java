package dev.ashlar.publishing.application;

/** An article of a list with its author. */
public record ListedView(ListedArticle article, PersonView author) {}
