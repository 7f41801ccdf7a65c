/** Rules on Spring Boot's configuration files: {@code application.yaml}, {@code application-prod.properties} and so on. */
@API(status = API.Status.EXPERIMENTAL)
@NullMarked
package dev.ashlar.rules.configuration;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
