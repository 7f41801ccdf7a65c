/** Demo data: people, tokens, products, a mentor and articles. */
@NullMarked
package dev.ashlar.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
