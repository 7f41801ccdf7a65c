/** Use cases of mentors and slots, of users and of jobs. */
@NullMarked
package dev.ashlar.mentoring.application;

import org.jspecify.annotations.NullMarked;
