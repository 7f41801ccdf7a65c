/** The wallet context in PostgreSQL, schema {@code wallet}. */
@NullMarked
package dev.ashlar.wallet.persistence;

import org.jspecify.annotations.NullMarked;
