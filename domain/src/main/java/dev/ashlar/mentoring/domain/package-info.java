/** Mentors, their availability and their slots, with rules and ports. */
@NullMarked
package dev.ashlar.mentoring.domain;

import org.jspecify.annotations.NullMarked;
