/** Use cases of crm, and the views that they return. */
@NullMarked
package dev.ashlar.crm.application;

import org.jspecify.annotations.NullMarked;
