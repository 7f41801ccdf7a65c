// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.cli;

import java.io.Serial;

/** Failed start that Spring Boot has already reported. */
final class StartFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StartFailed(Throwable cause) {
        super(cause);
    }
}
