/** A small project outside Ashlar with four defects; its migrations exist in three forms. */
@NullMarked
package com.example.library;

import org.jspecify.annotations.NullMarked;
