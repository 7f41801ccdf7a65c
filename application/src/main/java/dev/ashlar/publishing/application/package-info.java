/** What authors, editors and readers do with articles, and the jobs behind them. */
@NullMarked
package dev.ashlar.publishing.application;

import org.jspecify.annotations.NullMarked;
