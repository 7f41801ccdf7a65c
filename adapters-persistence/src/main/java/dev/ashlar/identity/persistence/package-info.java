/** How identity is stored: one mapper a port, its SQL in the XML beside it. */
@NullMarked
package dev.ashlar.identity.persistence;

import org.jspecify.annotations.NullMarked;
