// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Parts of a project that have been read, and those that cannot be. */
final class Parts {
    private final Map<Class<?>, Object> known = new HashMap<>();
    private final Set<Class<?>> unreadable = new HashSet<>();

    /** Returns the part, read at the first call; throws what reading throws, and {@link NotGiven} from then on. */
    <T> T of(Class<T> type, Supplier<T> read) {
        if (unreadable.contains(type)) {
            throw NotGiven.told(type);
        }
        var part = known.get(type);
        if (part == null) {
            part = read(type, read);
            known.put(type, part);
        }
        return type.cast(part);
    }

    private <T> T read(Class<T> type, Supplier<T> read) {
        try {
            return read.get();
        } catch (NotGiven missing) {
            throw missing;
        } catch (RuntimeException failed) {
            unreadable.add(type);
            throw failed;
        }
    }
}
