/** The planner over HTTP. */
@NullMarked
package dev.ashlar.planner.web;

import org.jspecify.annotations.NullMarked;
