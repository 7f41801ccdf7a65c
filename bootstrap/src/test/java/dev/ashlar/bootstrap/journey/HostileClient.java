package dev.ashlar.bootstrap.journey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Client that makes requests from the API description: mostly right ones, with values at the edges of their types, and often one thing
 * wrong. Equal seeds make equal requests of equal knowledge.
 */
final class HostileClient {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_KNOWN = 400;

    private final List<Operation> operations;
    private final Knowledge knowledge;
    private final Random random;

    HostileClient(List<Operation> operations, Knowledge knowledge, long seed) {
        this.operations = operations;
        this.knowledge = knowledge;
        this.random = new Random(seed);
    }

    /**
     * Makes a request.
     *
     * @param authorization value of the header; null if there is none
     */
    Request next(@Nullable String authorization) {
        var operation = pick(operations);
        var method = chance(94) ? operation.method() : pick(HostileValues.METHODS);
        var body = body(operation);
        var head = new StringBuilder(method)
                .append(' ')
                .append(path(operation))
                .append(query(operation))
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (authorization != null) {
            header(head, "Authorization", authorization);
        }
        if (chance(20)) {
            header(head, "Accept", chance(50) ? "application/json, */*;q=0.1" : pick(HostileValues.MEDIA_TYPES));
        }
        if (chance(5)) {
            header(head, "If-None-Match", pick(HostileValues.ETAGS));
        }
        operation.parameters("header").forEach(name -> declaredHeader(head, name, body));
        if (body != null) {
            header(head, "Content-Type", chance(85) ? "application/json" : pick(HostileValues.MEDIA_TYPES));
        }
        boolean isMalformed = body != null && chance(8);
        var framed = body == null ? new byte[0] : isMalformed ? malformed(head, body) : framed(head, body);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes(head.append("\r\n")));
        bytes.writeBytes(framed);
        return new Request(operation, method, bytes.toByteArray(), isMalformed);
    }

    /** Returns the body with its length told in one of the ways of HTTP. */
    private byte[] framed(StringBuilder head, byte[] body) {
        if (chance(70)) {
            header(head, "Content-Length", Integer.toString(body.length));
            return body;
        }
        header(head, "Transfer-Encoding", "chunked");
        return bytes(chunks(body).append("0\r\n\r\n"));
    }

    /** Returns the body in chunks of which one is wrong. */
    private byte[] malformed(StringBuilder head, byte[] body) {
        header(head, "Transfer-Encoding", "chunked");
        var chunks = chunks(body);
        chunks.setLength(chance(50) ? 0 : random.nextInt(chunks.length() + 1));
        return bytes(chunks.append(pick(HostileValues.CHUNKS)).append("0\r\n\r\n"));
    }

    private StringBuilder chunks(byte[] body) {
        var chunks = new StringBuilder();
        for (int at = 0; at < body.length; ) {
            int size = Math.min(body.length - at, 1 + random.nextInt(body.length));
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

    private void declaredHeader(StringBuilder head, String name, byte @Nullable [] body) {
        switch (name) {
            case "If-Match" -> {
                if (chance(90)) {
                    header(head, name, pick(HostileValues.ETAGS));
                }
            }
            case "Idempotency-Key" -> {
                if (chance(95)) {
                    header(head, name, chance(80) ? UUID.randomUUID().toString() : pick(List.of("k", "", "two words")));
                }
            }
            case "X-Signature" -> {
                var signed = body == null ? "" : new String(body, StandardCharsets.UTF_8);
                header(
                        head,
                        name,
                        chance(80) ? Api.signature(signed) : pick(List.of("t=1,v1=0", "t=99999999999999999999", "")));
            }
            default -> {
                if (chance(5)) {
                    header(head, name, pick(List.of("mentor", "nowhere", "")));
                }
            }
        }
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        for (var segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? segmentValue() : segment);
        }
        return chance(3) ? path.append('/').toString() : path.toString();
    }

    private String segmentValue() {
        if (chance(75)) {
            return encoded(knowledge.anyId(random));
        }
        return chance(50) ? UUID.randomUUID().toString() : encoded(text());
    }

    private String query(Operation operation) {
        var pairs = new ArrayList<String>();
        for (var parameter : operation.description().at("/parameters")) {
            if (parameter.at("/in").asString().equals("query") && chance(25)) {
                var name = parameter.at("/name").asString();
                pairs.add(name + '=' + encoded(queryValue(name, parameter.at("/schema"))));
                if (chance(4)) {
                    pairs.add(pairs.getLast());
                }
            }
        }
        if (chance(3)) {
            pairs.add(pick(List.of("surprise=1", "a%0Ab=1", "%00=1", "a=%zz", "=", "a%ED%A0%80=1", "%E2%80%AE=1")));
        }
        return pairs.isEmpty() ? "" : '?' + String.join("&", pairs);
    }

    private String queryValue(String name, JsonNode schema) {
        if (name.equals("cursor")) {
            return chance(60) ? forgedCursor() : text();
        }
        if (schema.has("enum") && chance(70)) {
            return schema.at("/enum")
                    .path(random.nextInt(schema.at("/enum").size()))
                    .asString("");
        }
        return chance(50) ? pick(HostileValues.TIMES) : chance(50) ? pick(HostileValues.NUMBERS) : text();
    }

    private String forgedCursor() {
        var list = knowledge.anyList(random);
        var plain = list + ':' + pick(HostileValues.KEYS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private byte @Nullable [] body(Operation operation) {
        var example = operation.description().at("/requestBody/content").properties();
        if (example.isEmpty()) {
            return chance(5) ? pick(HostileValues.BODIES).getBytes(StandardCharsets.UTF_8) : null;
        }
        if (chance(7)) {
            return pick(HostileValues.BODIES).getBytes(StandardCharsets.UTF_8);
        }
        var body = example.iterator().next().getValue().at("/example").deepCopy();
        for (int changes = chance(50) ? 0 : 1 + random.nextInt(3); changes > 0; changes--) {
            change(body);
        }
        var text = JSON.writeValueAsString(body);
        if (chance(2)) {
            return text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
        }
        return text.getBytes(chance(99) ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16);
    }

    private void change(JsonNode node) {
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var field = pick(List.copyOf(object.propertyNames()));
                if (object.path(field).isContainer() && chance(60)) {
                    change(object.path(field));
                } else if (chance(15)) {
                    object.remove(field);
                } else {
                    object.set(field, value());
                }
                if (chance(4)) {
                    object.put("surprise", 1);
                }
            }
            case ArrayNode array when !array.isEmpty() && chance(60) -> change(array.get(random.nextInt(array.size())));
            case ArrayNode array -> array.add(value());
            default -> {}
        }
    }

    private JsonNode value() {
        var make = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.arrayNode().add(text());
            case 3 ->
                make.objectNode()
                        .put("amount", pick(HostileValues.NUMBERS))
                        .put("currency", pick(List.of("EUR", "JPY", "XXX", "eur")));
            case 4 -> make.stringNode(pick(HostileValues.TIMES));
            case 5 -> make.stringNode(knowledge.anyId(random));
            case 6 -> JSON.readTree(pick(HostileValues.NUMBERS));
            default -> make.stringNode(text());
        };
    }

    private String text() {
        return pick(HostileValues.TEXTS);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
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

    /** Ids, names and lists that answers have told. */
    static final class Knowledge {
        private final List<String> ids = new CopyOnWriteArrayList<>(List.of("sandbox", "1", "request.invalid"));
        private final List<String> lists = new CopyOnWriteArrayList<>(List.of("wallet.usages"));

        /** Remembers the ids and cursors of an answer. */
        void learn(JsonNode answer) {
            answer.findValuesAsString("id").forEach(id -> add(ids, id));
            answer.findValuesAsString("slug").forEach(slug -> add(ids, slug));
            answer.findValuesAsString("username").forEach(name -> add(ids, name));
            answer.findValuesAsString("nextCursor").forEach(cursor -> add(lists, listOf(cursor)));
        }

        private static String listOf(String cursor) {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", 2)[0];
        }

        private static void add(List<String> known, String text) {
            if (!text.isEmpty() && known.size() < MOST_KNOWN && !known.contains(text)) {
                known.add(text);
            }
        }

        String anyId(Random random) {
            return ids.get(random.nextInt(ids.size()));
        }

        String anyList(Random random) {
            return lists.get(random.nextInt(lists.size()));
        }
    }
}
