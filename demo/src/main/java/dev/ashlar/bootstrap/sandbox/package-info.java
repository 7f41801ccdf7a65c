/** Payment gateway that moves no money: inside Ashlar where none is configured, in tests, and as a separate process. */
@NullMarked
package dev.ashlar.bootstrap.sandbox;

import org.jspecify.annotations.NullMarked;
