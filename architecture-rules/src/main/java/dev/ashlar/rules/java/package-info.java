/** Rules on Java classes: layers and contexts, transactions, adapters, house style. ArchUnit reads the classes. */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.java;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
