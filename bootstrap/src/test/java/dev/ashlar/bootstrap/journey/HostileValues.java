// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.List;

/** Values at and beyond the edges of what Java, JSON, HTTP and PostgreSQL can hold. */
final class HostileValues {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "a",
            "\u0000",
            "a\u0000b",
            "\u0007",
            "\u202E",
            "\u00A0",
            "\u200B",
            "\u0130\u0130\u0130",
            "\uD835\uDCB3".repeat(40),
            "\uD83D\uDE08",
            "e\u0301",
            "\uFF1D1+1",
            "'; DROP TABLE wallet.tokens; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "../../etc/passwd",
            "%00",
            "%",
            "_",
            "\\",
            "null",
            "true",
            "NaN",
            "12.345678901234567890",
            "-12.50",
            "99999999999999999999.9999999999",
            "1e400",
            "not@an@address",
            "ada@example.org",
            "http://localhost",
            "javascript:alert(1)",
            "x".repeat(300),
            "x".repeat(20_000));

    static final List<String> TIMES = List.of(
            "2026-01-31T09:30:00Z",
            "2030-06-01T10:00:00+18:00",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59.999999Z",
            "9999-12-31T23:59:59.9999999Z",
            "9999-12-31T23:59:59-18:00",
            "+10000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-01-31",
            "0000-01-01",
            "9999-12-31",
            "0001-01-01",
            "24:00",
            "23:59:59.9999999",
            "Europe/Berlin",
            "UTC+02:00",
            "SystemV/AST4");

    /** Numbers as they are spelled in JSON. */
    static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "1.5",
            "1.0",
            "1e2",
            "100",
            "101",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "0.1",
            "123456789012345678901234567890");

    /** Keys of forged cursors. */
    static final List<String> KEYS = List.of(
            "",
            "0",
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "0000-01-01T00:00:00Z/00000000-0000-0000-0000-000000000000",
            "9999-12-31T23:59:59.9999999Z/00000000-0000-0000-0000-000000000000",
            "+999999999-12-31T23:59:59Z/00000000-0000-0000-0000-000000000000",
            "2026-01-31T09:30:00Z/00000000-0000-0000-0000-000000000000",
            "9999-12-31T23:59:59.999999Z",
            "-0001-01-01T00:00:00Z",
            "\u0000");

    static final List<String> MEDIA_TYPES = List.of(
            "application/json;charset=utf-8",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/problem+json",
            "application/vnd.api+json",
            "application/yaml",
            "application/x-yaml",
            "application/cbor",
            "application/xml",
            "text/xml",
            "text/plain",
            "text/csv",
            "text/calendar",
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "*/*",
            "application/*",
            "text/*;q=0.1",
            "json",
            "/",
            "");

    static final List<String> ETAGS = List.of(
            "\"0\"",
            "\"1\"",
            "\"2\"",
            "W/\"0\"",
            "W/\"1\"",
            "*",
            "\"0\", \"1\", \"2\"",
            "0",
            "\"x\"",
            "\"",
            "\"-1\"",
            "");

    static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");

    static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "[]",
            "[{}]",
            "null",
            "42",
            "\"text\"",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "a: 1\nb: [2]",
            "<a/>",
            "a=b&c=d",
            "\u0000",
            "\uFEFF{}",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000));

    /** Chunks of a body that are malformed, or nearly so. */
    static final List<String> CHUNKS = List.of(
            "zz\r\n{}\r\n",
            "-1\r\n{}\r\n",
            "+2\r\n{}\r\n",
            "0x2\r\n{}\r\n",
            " 2 \r\n{}\r\n",
            "\r\n\r\n",
            "\n",
            "2\n{}\n",
            "2\r{}\r\n",
            "2\r\n{}",
            "2\r\n{}}\r\n",
            "3\r\n{}\r\n",
            "2;name=value\r\n{}\r\n",
            "2;\u0000\r\n{}\r\n",
            "2;" + "x".repeat(9_000) + "\r\n{}\r\n",
            "000000000000000000000002\r\n{}\r\n",
            "7fffffff\r\n{}\r\n",
            "80000000\r\n{}\r\n",
            "ffffffffffffffffff\r\n{}\r\n",
            "0\r\nContent-Length: 5\r\n\r\n",
            "0\r\nno colon\r\n\r\n",
            "0\r\nName: " + "x".repeat(20_000) + "\r\n\r\n",
            "0\r\n\u0000: \u0007\r\n\r\n",
            "0\r\n\r\nGET / HTTP/1.1\r\n\r\n");

    private HostileValues() {}
}
