/** Use cases of admissions, and the views that they return. */
@NullMarked
package dev.ashlar.admissions.application;

import org.jspecify.annotations.NullMarked;
