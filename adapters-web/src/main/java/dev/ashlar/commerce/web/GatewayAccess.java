package dev.ashlar.commerce.web;

import java.net.URI;

/**
 * Where the payment gateway is, and what it and we prove to each other who we are with.
 *
 * @param provider its name, as in the path of its webhooks
 * @param address where it answers
 * @param apiKey shows it that we are who we are
 * @param webhookSecret signs its messages, so that we know they are its
 */
public record GatewayAccess(String provider, URI address, String apiKey, String webhookSecret) {
    /** Says nothing that could end in a log. */
    @Override
    public String toString() {
        return provider + " at " + address;
    }
}
