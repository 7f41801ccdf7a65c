/** HTTP of publishing: the RealWorld API under /api, our own under /api/v1/publishing. */
@NullMarked
package dev.ashlar.publishing.web;

import org.jspecify.annotations.NullMarked;
