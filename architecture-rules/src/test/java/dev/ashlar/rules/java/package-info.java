/** Tests of what the rules on Java are made of. */
@NullMarked
package dev.ashlar.rules.java;

import org.jspecify.annotations.NullMarked;
