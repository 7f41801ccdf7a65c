// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Identifier;

/** Ids or plain UUIDs as {@code uuid[]}. */
public class UuidArrayTypeHandler extends ArrayParameter<Object> {
    public UuidArrayTypeHandler() {
        super("uuid");
    }

    @Override
    Object valueOf(Object id) {
        return id instanceof Identifier typed ? typed.value() : id;
    }
}
