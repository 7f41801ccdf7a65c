/** Use cases of administrators who operate the application. */
@NullMarked
package dev.ashlar.operations.application;

import org.jspecify.annotations.NullMarked;
