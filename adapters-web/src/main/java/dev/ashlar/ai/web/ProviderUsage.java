// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.kernel.KernelProblem;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reader of usage as a provider has sent it, in the shape of chat completions or of responses. */
class ProviderUsage extends StdDeserializer<TokenUsage> {
    ProviderUsage() {
        super(TokenUsage.class);
    }

    @Override
    public TokenUsage deserialize(JsonParser parser, DeserializationContext context) {
        var usage = UsageReader.read(context.readTree(parser));
        if (usage == null) {
            throw KernelProblem.INVALID_REQUEST.because("must be the usage of a chat completion or a response");
        }
        return usage;
    }
}
