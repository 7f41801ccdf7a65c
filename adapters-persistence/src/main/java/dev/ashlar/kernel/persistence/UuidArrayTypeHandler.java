package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Identifier;

/** Ids, typed or bare, as {@code uuid[]}. */
public class UuidArrayTypeHandler extends ArrayParameter<Object> {
    public UuidArrayTypeHandler() {
        super("uuid");
    }

    @Override
    Object valueOf(Object id) {
        return id instanceof Identifier typed ? typed.value() : id;
    }
}
