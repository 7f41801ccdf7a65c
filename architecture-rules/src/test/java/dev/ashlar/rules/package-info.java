/** The rules' own tests: each rule against the examples of its page. */
@NullMarked
package dev.ashlar.rules;

import org.jspecify.annotations.NullMarked;
