// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Refusal to start for a reason that the operator can mend. The message is one sentence that says how. */
public final class StartRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        this(sentence, null);
    }

    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
