/** AI over HTTP, and calls of its providers. */
@NullMarked
package dev.ashlar.ai.web;

import org.jspecify.annotations.NullMarked;
