/** Rules on Spring Boot's configuration files: {@code application.yaml}, {@code application-prod.properties} and so on. */
@NullMarked
package dev.ashlar.rules.configuration;

import org.jspecify.annotations.NullMarked;
