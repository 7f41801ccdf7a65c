package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes ids of one type out of text.
 *
 * @param <I> a record with exactly one component, a UUID
 */
final class IdentifierType<I extends Identifier> {
    static final String EXPECTATION = "must be a UUID in its form of 36 characters";

    private static final ClassValue<IdentifierType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected IdentifierType<?> computeValue(Class<?> type) {
            return new IdentifierType<>(type.asSubclass(Identifier.class));
        }
    };

    private final Class<I> type;
    private final MethodHandle constructor;

    private IdentifierType(Class<I> type) {
        this.type = type;
        try {
            Constructor<I> canonical = type.getDeclaredConstructor(UUID.class);
            canonical.setAccessible(true);
            this.constructor = MethodHandles.lookup().unreflectConstructor(canonical);
        } catch (ReflectiveOperationException notAnIdentifierRecord) {
            throw new IllegalStateException(type + " must be a record of one UUID", notAnIdentifierRecord);
        }
    }

    @SuppressWarnings("unchecked") // each class is mapped to its own type
    static <I extends Identifier> IdentifierType<I> of(Class<I> type) {
        return (IdentifierType<I>) KNOWN.get(type);
    }

    /** The id, or null if the text is not a UUID. */
    @Nullable
    I parseOrNull(String text) {
        var value = StrictUuid.parseOrNull(text);
        if (value == null) {
            return null;
        }
        try {
            return type.cast(constructor.invoke(value));
        } catch (Throwable cannotHappen) {
            throw new IllegalStateException(type + " refused a UUID", cannotHappen);
        }
    }
}
