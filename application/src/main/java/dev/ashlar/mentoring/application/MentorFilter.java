package dev.ashlar.mentoring.application;

import org.jspecify.annotations.Nullable;

/**
 * Which mentors are wanted; null leaves a condition out.
 *
 * @param expertise a tag in lower case
 * @param words words of headline or bio, as one types them into a search box
 */
public record MentorFilter(
        @Nullable String expertise, @Nullable String words) {}
