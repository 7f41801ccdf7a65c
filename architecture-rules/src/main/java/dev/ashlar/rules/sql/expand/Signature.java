// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.reflection.TypeParameterResolver;
import org.apache.ibatis.reflection.property.PropertyTokenizer;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * The Java types behind a statement's placeholders, found the way MyBatis finds values: named arguments, or the properties
 * of a single one.
 */
public final class Signature {
    private final Configuration configuration;
    private final Map<String, Type> arguments = new LinkedHashMap<>();
    private @Nullable Type single;

    public Signature(@Nullable Class<?> mapper, @Nullable Method method, Configuration configuration) {
        this.configuration = configuration;
        if (mapper == null || method == null) {
            return;
        }
        var types = TypeParameterResolver.resolveParamTypes(method, mapper);
        boolean named = false;
        for (int i = 0; i < types.length; i++) {
            var parameter = method.getParameters()[i];
            var type = raw(types[i]);
            if (type == null
                    || (!RowBounds.class.isAssignableFrom(type) && !ResultHandler.class.isAssignableFrom(type))) {
                var param = parameter.getAnnotation(Param.class);
                named |= param != null;
                arguments.put(param != null ? param.value() : parameter.getName(), types[i]);
                arguments.put("param" + (i + 1), types[i]);
            }
        }
        if (arguments.size() == 2 && !named) {
            single = arguments.values().iterator().next();
            var type = raw(single);
            if (type != null && (Collection.class.isAssignableFrom(type) || type.isArray())) {
                arguments.put(type.isArray() ? "array" : "collection", single);
                arguments.put("list", single);
            }
        }
    }

    /** Returns the mapper's method of that name; MyBatis allows but one. */
    public static @Nullable Method method(@Nullable Class<?> mapper, String name) {
        return mapper == null
                ? null
                : Arrays.stream(mapper.getMethods())
                        .filter(method -> method.getName().equals(name) && !method.isBridge() && !method.isDefault())
                        .findFirst()
                        .orElse(null);
    }

    /** Returns the type of a placeholder such as {@code filter.status} or {@code ids[0]}; null if unknown. */
    @Nullable
    Type typeOf(String path, Map<String, String> bound) {
        try {
            return resolve(new PropertyTokenizer(path), bound);
        } catch (RuntimeException notAPath) {
            return null; // OGNL, which only runs with values
        }
    }

    private @Nullable Type resolve(PropertyTokenizer path, Map<String, String> bound) {
        var expression = bound.get(path.getName());
        if (expression != null) {
            var rest = path.getChildren() == null ? "" : "." + path.getChildren();
            return expression.equals(path.getName()) ? null : typeOf(expression + rest, bound);
        }
        var type = root(path.getName());
        if (type != null && path.getIndex() != null) {
            type = element(type);
        }
        return type == null ? null : descend(type, path);
    }

    private static @Nullable Type descend(Type type, PropertyTokenizer path) {
        if (!path.hasNext()) {
            return type;
        }
        var next = path.next();
        var property = property(type, next.getName());
        if (property != null && next.getIndex() != null) {
            property = element(property);
        }
        return property == null ? null : descend(property, next);
    }

    private @Nullable Type root(String name) {
        if (single == null) {
            return arguments.get(name);
        }
        var raw = raw(single);
        if (name.equals("_parameter") || (raw != null && hasHandler(raw))) {
            return single;
        }
        boolean collection = raw != null && (Collection.class.isAssignableFrom(raw) || raw.isArray());
        return collection ? arguments.get(name) : property(single, name);
    }

    private boolean hasHandler(Class<?> type) {
        return type != Object.class && configuration.getTypeHandlerRegistry().hasTypeHandler(type);
    }

    /** Returns the class behind a type, for a variable that of its bound. */
    public static @Nullable Class<?> raw(@Nullable Type type) {
        return type == null ? null : ResolvableType.forType(type).resolve();
    }

    /** Returns the element type of a collection, an array or a map's values. */
    public static @Nullable Type element(Type type) {
        var whole = ResolvableType.forType(type);
        if (whole.isArray()) {
            return whole.getComponentType().getType();
        }
        return type instanceof ParameterizedType generic ? bounded(generic.getActualTypeArguments()) : null;
    }

    private static Type bounded(Type... arguments) {
        var last = arguments[arguments.length - 1];
        return last instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : last;
    }

    private static @Nullable Type property(Type owner, String name) {
        var type = raw(owner);
        if (type == null) {
            return null;
        }
        if (Map.class.isAssignableFrom(type)) {
            return element(owner);
        }
        var capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (var accessor : List.of(name, "get" + capital, "is" + capital)) {
            boolean plain = accessor.equals(name);
            var found = Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(accessor) && method.getParameterCount() == 0)
                    .filter(method -> !plain || type.isRecord())
                    .filter(method -> !method.isBridge())
                    .findFirst();
            if (found.isPresent()) {
                return TypeParameterResolver.resolveReturnType(found.get(), owner);
            }
        }
        return field(type, name)
                .map(field -> TypeParameterResolver.resolveFieldType(field, owner))
                .orElse(null);
    }

    private static Optional<Field> field(@Nullable Class<?> type, String name) {
        for (var at = type; at != null; at = at.getSuperclass()) {
            for (var field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}
