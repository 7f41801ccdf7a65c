// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log of requests.
 *
 * @param enabled false if requests are not logged
 * @param retentionMonths months for which requests and their sums are kept, from 1 to 24
 */
@ConfigurationProperties("ashlar.request-log")
record RequestLogSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int retentionMonths) {}
