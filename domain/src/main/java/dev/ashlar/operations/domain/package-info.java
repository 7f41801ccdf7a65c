/** Metadata, health checks, incidents and key figures of the running system. */
@NullMarked
package dev.ashlar.operations.domain;

import org.jspecify.annotations.NullMarked;
