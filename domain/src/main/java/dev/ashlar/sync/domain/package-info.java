/** Runs of a sync, items of catalogues, and their ports. */
@NullMarked
package dev.ashlar.sync.domain;

import org.jspecify.annotations.NullMarked;
