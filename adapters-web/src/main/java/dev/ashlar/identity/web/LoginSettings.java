// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import dev.ashlar.kernel.web.security.AccessTokens;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the login.
 *
 * @param lastingToken lifetime of access tokens for clients that cannot refresh them; less than 14 days, as sessions end then
 */
@ConfigurationProperties("ashlar.login")
record LoginSettings(@DefaultValue("24h") Duration lastingToken) {
    LoginSettings {
        if (!lastingToken.isPositive() || lastingToken.compareTo(AccessTokens.MAX_LIFETIME) >= 0) {
            throw new IllegalStateException("ashlar.login.lasting-token must be less than "
                    + AccessTokens.MAX_LIFETIME.toDays() + " days, it is " + lastingToken);
        }
    }
}
