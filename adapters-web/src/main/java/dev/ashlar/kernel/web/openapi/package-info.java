/** The API's description, made from what the controllers say. */
@NullMarked
package dev.ashlar.kernel.web.openapi;

import org.jspecify.annotations.NullMarked;
