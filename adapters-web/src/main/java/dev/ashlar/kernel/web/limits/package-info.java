/** Limits of what one client may take from all others: time to send a request, and requests in a time. */
@NullMarked
package dev.ashlar.kernel.web.limits;

import org.jspecify.annotations.NullMarked;
