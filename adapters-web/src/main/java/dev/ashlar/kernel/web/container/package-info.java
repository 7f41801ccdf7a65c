/** Filters and settings around Spring MVC: traces, sizes of bodies, errors of the server itself. */
@NullMarked
package dev.ashlar.kernel.web.container;

import org.jspecify.annotations.NullMarked;
