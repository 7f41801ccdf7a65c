// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Converter that reads values in paths, queries and headers in the forms that they have in bodies. */
public final class TextValues implements GenericConverter {
    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Stream.concat(
                        Stream.of(Identifier.class, Enum.class, UUID.class),
                        TextForm.TIMES.stream().map(TextForm::type))
                .map(type -> new ConvertiblePair(String.class, type))
                .collect(Collectors.toSet());
    }

    @Override
    public Object convert(@Nullable Object text, TypeDescriptor ofText, TypeDescriptor target) {
        var form = Objects.requireNonNull(TextForm.of(target.getType()));
        // The message is never shown: the answer describes the type instead.
        return Objects.requireNonNull(form.read(String.valueOf(text)), "wrong form");
    }
}
