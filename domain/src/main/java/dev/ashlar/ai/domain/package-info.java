/** Providers, prices, interactions and budgets, with rules and ports. */
@NullMarked
package dev.ashlar.ai.domain;

import org.jspecify.annotations.NullMarked;
