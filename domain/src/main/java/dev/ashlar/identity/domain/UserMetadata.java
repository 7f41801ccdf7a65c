package dev.ashlar.identity.domain;

import dev.ashlar.kernel.JsonDocument;

/**
 * What is kept about a person for reports and for no rule.
 *
 * @param registeredOn code of the platform the person joined through
 */
public record UserMetadata(String registeredOn) implements JsonDocument {}
