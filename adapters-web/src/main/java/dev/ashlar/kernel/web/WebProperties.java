package dev.ashlar.kernel.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the HTTP side.
 *
 * @param maxBodySize maximum size of a request body
 * @param allowedOrigins origins whose pages may call the API from a browser
 */
@ConfigurationProperties("ashlar.web")
public record WebProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue List<String> allowedOrigins) {}
