/** What happens to a request before and after Spring MVC: its id, its body's size, errors of the server itself. */
@NullMarked
package dev.ashlar.kernel.web.container;

import org.jspecify.annotations.NullMarked;
