/** What makes a class a use case: its stereotypes, its transaction, its retries, its idempotency. */
@NullMarked
package dev.ashlar.kernel.application;

import org.jspecify.annotations.NullMarked;
