/** Who may call at all: access tokens, public operations, headers. */
@NullMarked
package dev.ashlar.kernel.web.security;

import org.jspecify.annotations.NullMarked;
