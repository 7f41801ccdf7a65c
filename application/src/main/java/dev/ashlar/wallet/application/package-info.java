/** What people and other contexts do with wallets. */
@NullMarked
package dev.ashlar.wallet.application;

import org.jspecify.annotations.NullMarked;
