/** Use cases of AI, of users and of jobs. */
@NullMarked
package dev.ashlar.ai.application;

import org.jspecify.annotations.NullMarked;
