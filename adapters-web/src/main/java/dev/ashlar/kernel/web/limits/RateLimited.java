// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.Labels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Mark of operations that have a separate rate limit, for each caller or network address as its kind says. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {
    Kind value();

    /** Kinds of requests that have a rate limit each. */
    enum Kind {
        /** All requests of a network address, counted by each instance. */
        ADDRESS,
        /** Requests of a signed-in user, counted by each instance. */
        CALLER,
        /** Calls of language models by a signed-in user, counted by each instance. */
        CHAT,
        /** Changes by a user whose email address is not verified, counted by each instance. */
        UNVERIFIED,
        /** Operations of a network address that check a secret, counted for all instances. */
        LOGIN,
        /** Operations of a network address that send a mail, counted for all instances. */
        MAIL;

        boolean isShared() {
            return this == LOGIN || this == MAIL;
        }

        boolean isOfCaller() {
            return this == CALLER || this == CHAT || this == UNVERIFIED;
        }

        /** Returns the name that callers see. */
        String label() {
            return Labels.of(this);
        }
    }
}
