/** Storage of identity: one mapper for each port, with its SQL in the XML file beside it. */
@NullMarked
package dev.ashlar.identity.persistence;

import org.jspecify.annotations.NullMarked;
