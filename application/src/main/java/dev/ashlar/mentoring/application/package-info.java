/** What people and jobs do with mentors and slots. */
@NullMarked
package dev.ashlar.mentoring.application;

import org.jspecify.annotations.NullMarked;
