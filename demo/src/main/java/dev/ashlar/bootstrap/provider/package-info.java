/** Provider of language models that knows no language: inside Ashlar for the demo, in tests, and as a separate process. */
@NullMarked
package dev.ashlar.bootstrap.provider;

import org.jspecify.annotations.NullMarked;
