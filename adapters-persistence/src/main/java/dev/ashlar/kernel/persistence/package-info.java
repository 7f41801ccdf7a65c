/** How every mapper works: type handlers, settings, the transaction guard and the meaning of broken constraints. */
@NullMarked
package dev.ashlar.kernel.persistence;

import org.jspecify.annotations.NullMarked;
