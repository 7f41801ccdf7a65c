package dev.ashlar.rules;

/**
 * One breach of a rule.
 *
 * @param place where it is
 * @param message what is wrong there, with the SQL variant or the value that breaks the rule
 */
public record Violation(Place place, String message) {}
