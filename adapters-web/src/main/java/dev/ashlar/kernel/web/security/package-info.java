/** Access to the API: tokens, public operations, security headers. */
@NullMarked
package dev.ashlar.kernel.web.security;

import org.jspecify.annotations.NullMarked;
