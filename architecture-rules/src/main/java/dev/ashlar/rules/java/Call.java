// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

/**
 * A call of a method, as byte code has it.
 *
 * {@snippet :
 * boolean reads = call.owner().equals("com.example.shop.Orders") && call.name().equals("get");
 * }
 *
 * @param method the method it is in, as the source has it
 * @param owner the class it goes to, by its full name
 * @param name the method it goes to
 * @param line the line of the source; 0 if unknown
 */
public record Call(String method, String owner, String name, int line) {}
