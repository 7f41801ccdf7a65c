/** Todos, schedule items, projects, friendships and automation jobs, with rules and ports. */
@NullMarked
package dev.ashlar.planner.domain;

import org.jspecify.annotations.NullMarked;
