@NullMarked
package dev.ashlar.rules.runtime;

import org.jspecify.annotations.NullMarked;
