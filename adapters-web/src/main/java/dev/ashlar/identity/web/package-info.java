/** Identity over HTTP: registering, logging in, one's own account, and administering others. */
@NullMarked
package dev.ashlar.identity.web;

import org.jspecify.annotations.NullMarked;
