// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Ids, names and lists that answers have told. */
final class Knowledge {
    private static final int MOST_KNOWN = 400;

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

    String anyId(Dice dice) {
        return dice.pick(ids);
    }

    String anyList(Dice dice) {
        return dice.pick(lists);
    }
}
