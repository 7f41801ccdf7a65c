// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reader of a document of any form, which is kept as JSON. */
class RawJson extends StdDeserializer<String> {
    RawJson() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return context.readTree(parser).toString();
    }
}
