/** CRM in SQL. */
@NullMarked
package dev.ashlar.crm.persistence;

import org.jspecify.annotations.NullMarked;
