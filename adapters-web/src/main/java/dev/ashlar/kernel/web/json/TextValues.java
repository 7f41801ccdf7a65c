package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/** Converters that read values in paths, queries and headers in the forms that they have in bodies. */
public final class TextValues {
    private TextValues() {}

    public static void register(FormatterRegistry registry) {
        registry.addConverterFactory(new Identifiers());
        registry.addConverterFactory(new Enums());
        TextForm.TIMES.forEach(form -> add(form, registry));
    }

    private static <T> void add(TextForm<T> form, FormatterRegistry registry) {
        registry.addConverter(String.class, form.type(), converter(form));
    }

    private static <T> Converter<String, T> converter(TextForm<T> form) {
        return text -> required(form.read(text));
    }

    private static <T> T required(@Nullable T value) {
        // The message is never shown: the answer describes the type instead.
        return Objects.requireNonNull(value, "wrong form");
    }

    private static final class Identifiers implements ConverterFactory<String, Identifier> {
        @Override
        public <I extends Identifier> Converter<String, I> getConverter(Class<I> type) {
            return converter(TextForm.identifier(type));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Enums implements ConverterFactory<String, Enum> {
        @Override
        public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
            return text -> required(Labels.find(type, text));
        }
    }
}
