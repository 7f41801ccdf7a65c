package dev.ashlar.rules;

/**
 * One breach of a rule.
 *
 * {@snippet :
 * new Violation(Place.of("shop.orders"), "the table has no comment");
 * }
 *
 * @param place where it is
 * @param message what is wrong there, with the SQL variant or the value that breaks the rule
 */
public record Violation(Place place, String message) {}
