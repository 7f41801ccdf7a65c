/** A small project outside Ashlar: it knows the rulebook's public API, MyBatis and Liquibase, and nothing else of this repository. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
