/** Use cases of wallets, for users and other contexts. */
@NullMarked
package dev.ashlar.wallet.application;

import org.jspecify.annotations.NullMarked;
