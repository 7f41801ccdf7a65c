/** REST endpoints of admissions. */
@NullMarked
package dev.ashlar.admissions.web;

import org.jspecify.annotations.NullMarked;
