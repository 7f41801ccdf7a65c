/** The strict dialect of JSON, path and query values that the API speaks. */
@NullMarked
package dev.ashlar.kernel.web.json;

import org.jspecify.annotations.NullMarked;
