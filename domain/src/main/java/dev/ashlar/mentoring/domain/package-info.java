/** Mentors, when they are available, their slots and what becomes of them, with their rules and ports. */
@NullMarked
package dev.ashlar.mentoring.domain;

import org.jspecify.annotations.NullMarked;
