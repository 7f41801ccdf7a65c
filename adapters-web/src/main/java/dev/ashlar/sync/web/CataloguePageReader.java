// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.sync.domain.CatalogueAnswer;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.CatalogueItem;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reader of pages. It ignores fields that it does not know and passes over items that cannot be stored, so that one of them does not
 * hold up the others.
 */
@Component
final class CataloguePageReader {
    static final int MAX_ITEMS = 1_000;

    private final JsonMapper json;

    CataloguePageReader(JsonMapper json) {
        this.json = json;
    }

    CatalogueAnswer read(byte[] body) {
        try {
            var page = json.readTree(body);
            var items = page.path("items");
            if (!items.isArray() || !isCursor(page.path("nextCursor"))) {
                return new NoPage("The answer is no page of a catalogue.", false);
            }
            if (items.size() > MAX_ITEMS) {
                return new NoPage("The page has more than " + MAX_ITEMS + " items.", true);
            }
            return page(items, text(page, "nextCursor"));
        } catch (JacksonException broken) {
            return new NoPage("The answer is no valid JSON.", false);
        } catch (IllegalArgumentException badCursor) {
            return new NoPage("The cursor of the next page is too long.", true);
        }
    }

    /** True for a cursor and for none. Any other value is no end of the catalogue, after which the items of later pages would count as gone. */
    private static boolean isCursor(JsonNode value) {
        return value.isString() || value.isIntegralNumber() || value.isNull() || value.isMissingNode();
    }

    private static CataloguePage page(JsonNode items, @Nullable String nextCursor) {
        var readable = new ArrayList<CatalogueItem>();
        var unreadableIds = new ArrayList<String>();
        int unreadable = 0;
        for (var node : items) {
            var id = text(node, "id");
            var item = item(id, node);
            if (item.isPresent()) {
                readable.add(item.get());
            } else {
                unreadable++;
                if (id != null && CatalogueItem.isId(id)) {
                    unreadableIds.add(id);
                }
            }
        }
        return new CataloguePage(readable, unreadableIds, unreadable, nextCursor);
    }

    private static Optional<CatalogueItem> item(@Nullable String id, JsonNode node) {
        var version = node.path("version");
        var title = text(node, "title");
        if (id == null || title == null || !version.isIntegralNumber() || !version.canConvertToLong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new CatalogueItem(id, version.longValue(), title, text(node, "summary"), text(node, "url")));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    /** Returns a text or a whole number as text; null for an empty text and everything else. */
    private static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        if (value.isIntegralNumber()) {
            return value.toString();
        }
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }
}
