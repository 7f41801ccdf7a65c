// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Spelling;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Validator of {@code @NotBlank} that takes invisible characters for blanks, as the domain does. */
public final class VisibleText implements ConstraintValidator<NotBlank, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text != null && Spelling.isVisible(text);
    }
}
