/** What people and administrators do with accounts, and the jobs behind them. */
@NullMarked
package dev.ashlar.identity.application;

import org.jspecify.annotations.NullMarked;
