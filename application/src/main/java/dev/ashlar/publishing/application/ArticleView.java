package dev.ashlar.publishing.application;

/** One article with its author. */
public record ArticleView(ReadArticle article, PersonView author) {}
