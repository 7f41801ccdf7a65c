/** Problems (RFC 9457) of all refusals and failures. */
@NullMarked
package dev.ashlar.kernel.web.problem;

import org.jspecify.annotations.NullMarked;
