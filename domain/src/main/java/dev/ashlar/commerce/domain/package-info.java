/** Products, orders and payments, with their rules and ports. */
@NullMarked
package dev.ashlar.commerce.domain;

import org.jspecify.annotations.NullMarked;
