/** Manners for calls to other servers. */
@NullMarked
package dev.ashlar.kernel.web.outbound;

import org.jspecify.annotations.NullMarked;
