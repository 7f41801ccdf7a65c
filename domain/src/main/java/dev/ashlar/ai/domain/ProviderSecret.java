// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import java.util.regex.Pattern;

/** Secret by which a provider knows us, in the clear. Never stored, printed or answered. */
public record ProviderSecret(String value) {
    public static final int MAX_LENGTH = 1_000;

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,1000}");

    public ProviderSecret {
        Fields.require(
                VISIBLE.matcher(value).matches(),
                "/secret",
                "must be 1 to 1000 visible ASCII characters without blanks");
    }

    @Override
    public String toString() {
        return "ProviderSecret[hidden]";
    }
}
