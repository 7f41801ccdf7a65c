// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP side.
 *
 * @param maxBodySize maximum size of a request body
 * @param maxLateBodies maximum size of all bodies together that are still arriving
 * @param arrivalTime time in which a request must have arrived; a body gets a second more for each 16 KB
 * @param allowedOrigins origins whose pages may call the API from a browser
 */
@ConfigurationProperties("ashlar.web")
public record WebProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("64MB") DataSize maxLateBodies,
        @DefaultValue("20s") Duration arrivalTime,
        @DefaultValue List<String> allowedOrigins) {}
