// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.bootstrap.testing.OpenSession;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.lang.reflect.Constructor;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.util.ClassUtils;

/**
 * Requests that provoke the problems of a context, and what journeys over all operations must know of it. Each implementation is
 * found; its constructor takes the {@link Stage}.
 */
interface ContextProvocations {
    /** Adds a request for each problem that the context documents. */
    void addTo(Provocations all);

    /** Returns the paths of the lists that name resources whose path does not begin with that of their list, by the latter. */
    default Map<String, String> lists() {
        return Map.of();
    }

    /** Returns tables, with their schemas, that grow without a change of anything else. */
    default Set<String> logs() {
        return Set.of();
    }

    /** Returns fields that may be any JSON, as {@code PUT /path/{id} /field}. */
    default Set<String> openFields() {
        return Set.of();
    }

    /** Returns those of all contexts. */
    static Stream<ContextProvocations> of(Stage stage) {
        return stage.parts(ContextProvocations.class);
    }

    /**
     * The application to provoke.
     *
     * @param nobody a client without a login
     * @param ghost a client with a session and an account, but without a profile or a wallet
     * @param databases the application's database
     */
    record Stage(Api nobody, Api ghost, FreshDatabase.Switch databases) {
        /** Makes the ghost a client with a session of nobody. */
        static Stage of(Api nobody, FreshDatabase.Switch databases, JwtEncoder tokens) {
            var session = OpenSession.of(
                    UUID.randomUUID(), "student", databases.database().psql());
            return new Stage(nobody, nobody.with(session.token(tokens)), databases);
        }

        /** Makes one of each class of that type, which are in this package. */
        <T> Stream<T> parts(Class<T> type) {
            var scanner = new ClassPathScanningCandidateComponentProvider(false);
            scanner.addIncludeFilter(new AssignableTypeFilter(type));
            return scanner.findCandidateComponents(Stage.class.getPackageName()).stream()
                    .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                    .map(part -> type.cast(BeanUtils.instantiateClass(constructor(part), this)));
        }

        private static Constructor<?> constructor(Class<?> type) {
            try {
                return type.getDeclaredConstructor(Stage.class);
            } catch (NoSuchMethodException missing) {
                throw new IllegalStateException(type + " needs a constructor that takes a Stage.", missing);
            }
        }
    }
}
