/** Sync over HTTP: the API, and the client of external catalogues. */
@NullMarked
package dev.ashlar.sync.web;

import org.jspecify.annotations.NullMarked;
