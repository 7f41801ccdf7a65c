/** Use cases of catalogues, of administrators, readers and jobs. */
@NullMarked
package dev.ashlar.sync.application;

import org.jspecify.annotations.NullMarked;
