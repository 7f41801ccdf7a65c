/** What administrators look at and mend. */
@NullMarked
package dev.ashlar.operations.application;

import org.jspecify.annotations.NullMarked;
