/** API description, made from the controllers. */
@NullMarked
package dev.ashlar.kernel.web.openapi;

import org.jspecify.annotations.NullMarked;
