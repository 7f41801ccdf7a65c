/** Tests of what the rules on changelogs rest on: the reader of statements and the dump of a schema. */
@NullMarked
package dev.ashlar.rules.changelog;

import org.jspecify.annotations.NullMarked;
