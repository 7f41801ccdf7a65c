/** Mentoring over HTTP. */
@NullMarked
package dev.ashlar.mentoring.web;

import org.jspecify.annotations.NullMarked;
