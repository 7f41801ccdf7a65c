/** REST API of publishing. */
@NullMarked
package dev.ashlar.publishing.web;

import org.jspecify.annotations.NullMarked;
