/** Commerce over HTTP: its API, and the gateway that it calls and is called by. */
@NullMarked
package dev.ashlar.commerce.web;

import org.jspecify.annotations.NullMarked;
