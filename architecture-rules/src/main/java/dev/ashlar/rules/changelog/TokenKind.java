// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

/** Kinds of tokens. */
enum TokenKind {
    WORD,
    QUOTED,
    STRING,
    BODY,
    NUMBER,
    SYMBOL
}
