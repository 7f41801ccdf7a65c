// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.sql.expand.Signature;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of any type that type handlers turn into a parameter. What it is does not matter, only what the driver is told. */
final class SampleValues {
    private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "a"),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Short.class, (short) 1),
            Map.entry(Double.class, 1d),
            Map.entry(Float.class, 1f),
            Map.entry(Boolean.class, true),
            Map.entry(byte[].class, new byte[1]),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(BigInteger.class, BigInteger.ONE),
            Map.entry(UUID.class, new UUID(0x7000, 1L << 63)),
            Map.entry(Instant.class, MIDNIGHT),
            Map.entry(OffsetDateTime.class, MIDNIGHT.atOffset(ZoneOffset.UTC)),
            Map.entry(LocalDateTime.class, LocalDateTime.of(2026, 1, 1, 0, 0)),
            Map.entry(LocalDate.class, LocalDate.of(2026, 1, 1)),
            Map.entry(LocalTime.class, LocalTime.MIDNIGHT));

    private SampleValues() {}

    /** Returns a value of a type; null if none can be made. */
    static @Nullable Object of(@Nullable Type type) {
        var raw = Signature.raw(type);
        if (type == null || raw == null) {
            return null;
        }
        var boxed = MethodType.methodType(raw).wrap().returnType();
        if (SIMPLE.containsKey(boxed)) {
            return SIMPLE.get(boxed);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isArray()) {
            return java.lang.reflect.Array.newInstance(raw.getComponentType(), 0);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var item = of(Signature.element(type));
            List<Object> items = item == null ? List.of() : List.of(item);
            return raw.isAssignableFrom(List.class)
                    ? items
                    : raw.isAssignableFrom(Set.class) ? Set.copyOf(items) : null;
        }
        return raw.isRecord() ? ofRecord(raw) : null;
    }

    private static @Nullable Object ofRecord(Class<?> type) {
        var components = type.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | RuntimeException picky) {
            return null;
        }
    }
}
