/** Leads, their activities and tags, and heads of sales teams, with their rules and ports. */
@NullMarked
package dev.ashlar.crm.domain;

import org.jspecify.annotations.NullMarked;
