/** CRM over HTTP. */
@NullMarked
package dev.ashlar.crm.web;

import org.jspecify.annotations.NullMarked;
