// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** Answer that does not tell if the address has an account. */
record MailedAnswer(
        @Schema(example = "A mail is on its way to the address.")
        String message) {}
