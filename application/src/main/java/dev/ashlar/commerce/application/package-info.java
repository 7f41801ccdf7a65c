/** Use cases of commerce with their authorization and their transactions. */
@NullMarked
package dev.ashlar.commerce.application;

import org.jspecify.annotations.NullMarked;
