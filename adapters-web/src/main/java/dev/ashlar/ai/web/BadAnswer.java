// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.io.IOException;
import java.io.Serial;

/** Failure of a provider to answer as it should. The message contains nothing that the provider has sent. */
final class BadAnswer extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadAnswer(String message) {
        super(message);
    }
}
