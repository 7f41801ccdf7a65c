// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Validator of {@code @Size} that counts characters as PostgreSQL does. A character outside the basic plane counts once, not twice. */
public final class SizeInCharacters implements ConstraintValidator<Size, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        int length = text == null ? min : text.codePointCount(0, text.length());
        return length >= min && length <= max;
    }
}
