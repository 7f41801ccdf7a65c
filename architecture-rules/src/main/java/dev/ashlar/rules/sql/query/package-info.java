/**
 * Third stage, without a database server: the text of a variant as JSqlParser reads it, query by query, and the tables of the
 * catalog that its sources and columns stand for.
 */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.sql.query;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
