/** Stands for the main code of a project whose tests are recorded. */
@NullMarked
package com.example.desk;

import org.jspecify.annotations.NullMarked;
