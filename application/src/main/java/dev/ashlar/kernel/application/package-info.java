/** Application kernel: stereotypes of use cases, their transactions, retries and idempotency. */
@NullMarked
package dev.ashlar.kernel.application;

import org.jspecify.annotations.NullMarked;
