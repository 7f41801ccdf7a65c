/** Operations over HTTP. */
@NullMarked
package dev.ashlar.operations.web;

import org.jspecify.annotations.NullMarked;
