/** What runs on a schedule, on one node at a time. */
@NullMarked
package dev.ashlar.bootstrap.jobs;

import org.jspecify.annotations.NullMarked;
