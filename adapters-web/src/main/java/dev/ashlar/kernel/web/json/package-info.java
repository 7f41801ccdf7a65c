/** Strict forms of values in JSON, paths and queries. */
@NullMarked
package dev.ashlar.kernel.web.json;

import org.jspecify.annotations.NullMarked;
