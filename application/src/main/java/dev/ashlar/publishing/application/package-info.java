/** Use cases of authors, editors and readers, and the jobs behind them. */
@NamedInterface("application")
@NullMarked
package dev.ashlar.publishing.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
