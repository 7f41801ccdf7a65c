// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies made from the examples of the API description, often with some values changed, and their framing in HTTP. */
final class HostileBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String LAST_CHUNK = "0\r\n\r\n";

    private final Knowledge knowledge;
    private final Dice dice;

    HostileBodies(Knowledge knowledge, Dice dice) {
        this.knowledge = knowledge;
        this.dice = dice;
    }

    /** Returns the body of a request of the operation; null if it has none. */
    byte @Nullable [] of(Operation operation) {
        var example = operation.description().at("/requestBody/content").properties();
        if (example.isEmpty()) {
            return dice.chance(5) ? dice.pick(HostileValues.BODIES).getBytes(StandardCharsets.UTF_8) : null;
        }
        if (dice.chance(7)) {
            return dice.pick(HostileValues.BODIES).getBytes(StandardCharsets.UTF_8);
        }
        var body = example.iterator().next().getValue().at("/example").deepCopy();
        for (int changes = dice.chance(50) ? 0 : 1 + dice.below(3); changes > 0; changes--) {
            change(body);
        }
        var text = JSON.writeValueAsString(body);
        if (dice.chance(2)) {
            return text.substring(0, dice.below(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
        }
        return text.getBytes(dice.chance(99) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
    }

    private void change(JsonNode node) {
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var field = dice.pick(List.copyOf(object.propertyNames()));
                if (object.path(field).isContainer() && dice.chance(60)) {
                    change(object.path(field));
                } else if (dice.chance(15)) {
                    object.remove(field);
                } else {
                    object.set(field, value());
                }
                if (dice.chance(4)) {
                    object.put("surprise", 1);
                }
            }
            case ArrayNode array
            when !array.isEmpty() && dice.chance(60) -> change(array.get(dice.below(array.size())));
            case ArrayNode array -> array.add(value());
            default -> {}
        }
    }

    private JsonNode value() {
        var make = JsonNodeFactory.instance;
        return switch (dice.below(9)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(dice.coin());
            case 2 -> make.arrayNode().add(dice.pick(HostileValues.TEXTS));
            case 3 ->
                make.objectNode()
                        .put("amount", dice.pick(HostileValues.NUMBERS))
                        .put("currency", dice.pick(List.of("EUR", "JPY", "XXX", "eur")));
            case 4 -> make.stringNode(dice.pick(HostileValues.TIMES));
            case 5 -> make.stringNode(knowledge.anyId(dice));
            case 6 -> JSON.readTree(dice.pick(HostileValues.NUMBERS));
            default -> make.stringNode(dice.pick(HostileValues.TEXTS));
        };
    }

    /** Returns the body with its length told in one of the ways of HTTP. */
    byte[] framed(StringBuilder head, byte[] body) {
        if (dice.chance(70)) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
            return body;
        }
        head.append(CHUNKED);
        return bytes(chunks(body).append(LAST_CHUNK));
    }

    /** Returns the body in chunks of which one is wrong. */
    byte[] malformed(StringBuilder head, byte[] body) {
        head.append(CHUNKED);
        var chunks = chunks(body);
        chunks.setLength(dice.chance(50) ? 0 : dice.below(chunks.length() + 1));
        return bytes(chunks.append(dice.pick(HostileValues.CHUNKS)).append(LAST_CHUNK));
    }

    private StringBuilder chunks(byte[] body) {
        var chunks = new StringBuilder();
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + dice.below(body.length));
            chunks.append(Integer.toHexString(size)).append("\r\n");
            chunks.append(new String(body, at, size, StandardCharsets.ISO_8859_1))
                    .append("\r\n");
            at += size;
        }
        return chunks;
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
