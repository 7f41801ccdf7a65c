// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

/**
 * Name of an object in a statement.
 *
 * {@snippet :
 * boolean named = new Name("shop", "orders").toString().equals("shop.orders");
 * }
 *
 * @param schema empty where the statement names none
 */
public record Name(String schema, String local) {
    @Override
    public String toString() {
        return schema.isEmpty() ? local : schema + "." + local;
    }
}
