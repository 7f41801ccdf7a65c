// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reader of a document of any form that PostgreSQL can store: without NUL, halves of a surrogate pair, and endless numbers. */
class StorableJson extends StdDeserializer<String> {
    StorableJson() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode document = context.readTree(parser);
        if (!isStorable(document)) {
            return context.reportInputMismatch(this, "has a text or a number that cannot be stored");
        }
        return document.toString();
    }

    /** Null is a value, too. */
    @Override
    public String getNullValue(DeserializationContext context) {
        return "null";
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    private static boolean isStorable(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> isText(node.stringValue());
            case NUMBER -> Double.isFinite(node.doubleValue(Double.NaN));
            case OBJECT ->
                node.properties().stream().allMatch(field -> isText(field.getKey()) && isStorable(field.getValue()));
            case ARRAY -> node.values().stream().allMatch(StorableJson::isStorable);
            default -> true;
        };
    }

    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
