/** Scheduled work: each job runs on one instance at a time. */
@NullMarked
package dev.ashlar.bootstrap.jobs;

import org.jspecify.annotations.NullMarked;
