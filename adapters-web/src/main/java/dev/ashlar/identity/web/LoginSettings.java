package dev.ashlar.identity.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the login.
 *
 * @param lastingToken lifetime of access tokens for clients that cannot refresh them; a session lives 30 days at most
 */
@ConfigurationProperties("ashlar.login")
record LoginSettings(@DefaultValue("24h") Duration lastingToken) {}
