package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;

/** Reads values in paths, queries and headers in the same strict form that bodies have. */
public final class TextValues {
    private TextValues() {}

    public static void register(FormatterRegistry registry) {
        registry.addConverterFactory(new Identifiers());
        registry.addConverterFactory(new Enums());
        add(TimeText.INSTANT, registry);
        add(TimeText.LOCAL_DATE, registry);
        add(TimeText.LOCAL_TIME, registry);
        add(TimeText.LOCAL_DATE_TIME, registry);
    }

    private static <T> void add(TimeText<T> form, FormatterRegistry registry) {
        registry.addConverter(String.class, form.type(), text -> required(form.parseOrNull(text)));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            // Only the type of the failure is looked at: the answer says what the type wants.
            throw new IllegalArgumentException("wrong form");
        }
        return value;
    }

    private static final class Identifiers implements ConverterFactory<String, Identifier> {
        @Override
        public <I extends Identifier> Converter<String, I> getConverter(Class<I> type) {
            var ids = IdentifierType.of(type);
            return text -> required(ids.parseOrNull(text));
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
