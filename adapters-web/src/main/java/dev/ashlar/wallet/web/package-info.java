/** The wallet over HTTP. */
@NullMarked
package dev.ashlar.wallet.web;

import org.jspecify.annotations.NullMarked;
