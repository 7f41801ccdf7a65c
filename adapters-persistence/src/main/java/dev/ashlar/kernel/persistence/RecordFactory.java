package dev.ashlar.kernel.persistence;

import java.io.Serial;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.reflection.factory.DefaultObjectFactory;

/** Makes records through their canonical constructors, looked up once for each type instead of once for each row. */
class RecordFactory extends DefaultObjectFactory {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final ClassValue<MethodHandle> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            return canonicalConstructor(type);
        }
    };

    @Override
    public <T> T create(Class<T> type, List<Class<?>> argumentTypes, List<Object> arguments) {
        if (!type.isRecord() || arguments == null) {
            return super.create(type, argumentTypes, arguments);
        }
        try {
            return type.cast(CONSTRUCTORS.get(type).invokeExact(arguments.toArray()));
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable checked) {
            throw new IllegalStateException(type.getName() + " could not be made from a row.", checked);
        }
    }

    private static MethodHandle canonicalConstructor(Class<?> type) {
        var components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true); // rows may be package-private records
            var handle = MethodHandles.lookup().unreflectConstructor(constructor);
            return handle.asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }
}
