/** How every refusal and failure becomes an RFC 9457 problem, in one place. */
@NullMarked
package dev.ashlar.kernel.web.problem;

import org.jspecify.annotations.NullMarked;
