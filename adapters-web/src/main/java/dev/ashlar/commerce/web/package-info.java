/** HTTP of commerce: its API, the client of the payment gateway and the receiver of its webhooks. */
@NullMarked
package dev.ashlar.commerce.web;

import org.jspecify.annotations.NullMarked;
