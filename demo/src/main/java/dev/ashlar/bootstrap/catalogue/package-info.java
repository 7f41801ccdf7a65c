/** External catalogue of made-up courses and tests: inside Ashlar for the demo, in tests, and as a separate process. */
@NullMarked
package dev.ashlar.bootstrap.catalogue;

import org.jspecify.annotations.NullMarked;
