/** The rules' own tests: each rule against the fixtures that it must catch and those that it must let pass. */
@NullMarked
package dev.ashlar.rules;

import org.jspecify.annotations.NullMarked;
