/** A project in MyBatis-Plus's style: most statements are inherited, some are annotations, some are in a mapper file. */
@NullMarked
package com.example.plus;

import org.jspecify.annotations.NullMarked;
