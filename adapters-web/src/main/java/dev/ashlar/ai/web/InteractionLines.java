// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.BadLines;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.web.problem.UnreadableBodies;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reader of interactions, one in each line. */
@Component
class InteractionLines {
    private final ObjectReader reader;

    InteractionLines(JsonMapper json) {
        this.reader = json.readerFor(InteractionRequest.class);
    }

    /** Returns the interactions of all lines, or refuses lines that are not valid by their numbers. */
    List<Interaction> read(InputStream body, Actor actor) throws IOException {
        var lines = new JsonLines(body);
        var calls = new ArrayList<Interaction>();
        var bad = new BadLines();
        for (var line = lines.next(); line != null && !bad.isFull(); line = lines.next()) {
            try {
                calls.add(read(line).interaction(actor));
            } catch (DomainException refused) {
                bad.add(lines.number(), refused);
            }
        }
        bad.refuse();
        Fields.require(!calls.isEmpty(), "/1", "is required");
        return calls;
    }

    private InteractionRequest read(byte[] line) {
        try {
            InteractionRequest request = reader.readValue(line);
            Fields.require(request != null, "", "must be an object"); // it is null for the line null
            return request;
        } catch (JacksonException unreadable) {
            throw UnreadableBodies.explain(unreadable);
        }
    }
}
