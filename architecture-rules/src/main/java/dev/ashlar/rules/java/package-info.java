/** Rules on Java classes: layers and contexts, transactions, adapters, house style. ArchUnit reads the classes. */
@NullMarked
package dev.ashlar.rules.java;

import org.jspecify.annotations.NullMarked;
