// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Client that makes requests from the API description: mostly right ones, with values at the edges of their types, and often one thing
 * wrong. Equal seeds make equal requests of equal knowledge.
 */
final class HostileClient {
    private final List<Operation> operations;
    private final Knowledge knowledge;
    private final Dice dice;
    private final HostileBodies bodies;

    HostileClient(List<Operation> operations, Knowledge knowledge, long seed) {
        this.operations = operations;
        this.knowledge = knowledge;
        this.dice = new Dice(seed);
        this.bodies = new HostileBodies(knowledge, dice);
    }

    /**
     * Makes a request.
     *
     * @param authorization value of the header; null if there is none
     */
    Request next(@Nullable String authorization) {
        var operation = dice.pick(operations);
        var method = dice.chance(94) ? operation.method() : dice.pick(HostileValues.METHODS);
        var body = bodies.of(operation);
        var head = new StringBuilder(method)
                .append(' ')
                .append(path(operation))
                .append(query(operation))
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (authorization != null) {
            header(head, "Authorization", authorization);
        }
        if (dice.chance(20)) {
            header(
                    head,
                    "Accept",
                    dice.chance(50) ? "application/json, */*;q=0.1" : dice.pick(HostileValues.MEDIA_TYPES));
        }
        if (dice.chance(5)) {
            header(head, "If-None-Match", dice.pick(HostileValues.ETAGS));
        }
        operation.parameters("header").forEach(name -> declaredHeader(head, name, body));
        if (body != null) {
            header(head, "Content-Type", dice.chance(85) ? "application/json" : dice.pick(HostileValues.MEDIA_TYPES));
        }
        boolean isMalformed = body != null && dice.chance(8);
        var framed =
                body == null ? new byte[0] : isMalformed ? bodies.malformed(head, body) : bodies.framed(head, body);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(framed);
        return new Request(operation, method, bytes.toByteArray(), isMalformed);
    }

    private void declaredHeader(StringBuilder head, String name, byte @Nullable [] body) {
        switch (name) {
            case "If-Match" -> {
                if (dice.chance(90)) {
                    header(head, name, dice.pick(HostileValues.ETAGS));
                }
            }
            case "Idempotency-Key" -> {
                if (dice.chance(95)) {
                    header(
                            head,
                            name,
                            dice.chance(80) ? UUID.randomUUID().toString() : dice.pick(List.of("k", "", "two words")));
                }
            }
            case "X-Signature" -> {
                var signed = body == null ? "" : new String(body, StandardCharsets.UTF_8);
                header(
                        head,
                        name,
                        dice.chance(80)
                                ? Api.signature(signed)
                                : dice.pick(List.of("t=1,v1=0", "t=99999999999999999999", "")));
            }
            default -> {
                if (dice.chance(5)) {
                    header(head, name, dice.pick(List.of("mentor", "nowhere", "")));
                }
            }
        }
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        for (var segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? segmentValue() : segment);
        }
        return dice.chance(3) ? path.append('/').toString() : path.toString();
    }

    private String segmentValue() {
        if (dice.chance(75)) {
            return encoded(knowledge.anyId(dice));
        }
        return dice.chance(50) ? UUID.randomUUID().toString() : encoded(dice.pick(HostileValues.TEXTS));
    }

    private String query(Operation operation) {
        var pairs = new ArrayList<String>();
        for (var parameter : operation.description().at("/parameters")) {
            if (parameter.at("/in").asString().equals("query") && dice.chance(25)) {
                var name = parameter.at("/name").asString();
                pairs.add(name + '=' + encoded(queryValue(name, parameter.at("/schema"))));
                if (dice.chance(4)) {
                    pairs.add(pairs.getLast());
                }
            }
        }
        if (dice.chance(3)) {
            pairs.add(
                    dice.pick(List.of("surprise=1", "a%0Ab=1", "%00=1", "a=%zz", "=", "a%ED%A0%80=1", "%E2%80%AE=1")));
        }
        return pairs.isEmpty() ? "" : '?' + String.join("&", pairs);
    }

    private String queryValue(String name, JsonNode schema) {
        if (name.equals("cursor")) {
            return dice.chance(60) ? forgedCursor() : dice.pick(HostileValues.TEXTS);
        }
        if (schema.has("enum") && dice.chance(70)) {
            return schema.at("/enum")
                    .path(dice.below(schema.at("/enum").size()))
                    .asString("");
        }
        return dice.chance(50)
                ? dice.pick(HostileValues.TIMES)
                : dice.chance(50) ? dice.pick(HostileValues.NUMBERS) : dice.pick(HostileValues.TEXTS);
    }

    private String forgedCursor() {
        var list = knowledge.anyList(dice);
        var plain = list + ':' + dice.pick(HostileValues.KEYS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(
                    Character.isLetterOrDigit(b) || b == '-' ? Character.toString(b) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }

    /**
     * Request as it is sent.
     *
     * @param isMalformed true if its body may not end as HTTP demands
     */
    record Request(Operation operation, String method, byte[] bytes, boolean isMalformed) {
        @Override
        public String toString() {
            var text = new String(bytes, StandardCharsets.UTF_8).replaceAll("Authorization: .*", "Authorization: …");
            return operation + ": " + (text.length() > 1500 ? text.substring(0, 1500) + '…' : text);
        }
    }
}
