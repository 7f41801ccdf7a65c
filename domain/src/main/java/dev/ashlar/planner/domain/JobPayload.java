// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.JsonDocument;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Details of an action; exactly one of them is present.
 *
 * @param todo todo to create
 * @param scheduleItem item to add to the schedule
 * @param webhook address to call
 */
public record JobPayload(
        @Nullable TodoTemplate todo,
        @Nullable ItemTemplate scheduleItem,
        @Nullable WebhookTarget webhook) implements JsonDocument {
    public static final int MAX_TITLE = 200;
    public static final int MAX_NOTES = 2_000;
    public static final int MAX_PRIORITY = 4;
    public static final int MAX_DUE_DAYS = 365;
    public static final int MAX_MINUTES = 1_440;
    public static final int MAX_URL = 2_000;

    /** Refuses a payload that does not belong to the action. */
    void requireFor(JobAction action) {
        require(action == JobAction.CREATE_TODO, todo, "/payload/todo");
        require(action == JobAction.ADD_SCHEDULE_ITEM, scheduleItem, "/payload/scheduleItem");
        require(action == JobAction.CALL_WEBHOOK, webhook, "/payload/webhook");
    }

    private static void require(boolean wanted, @Nullable Object part, String pointer) {
        Fields.require(
                wanted == (part != null), pointer, wanted ? "must be present" : "must be absent with this action");
    }

    /**
     * Todo that each run creates.
     *
     * @param dueInDays days from the tick to the due date; null if the todo has none
     */
    public record TodoTemplate(
            String title,
            @Nullable String notes,
            int priority,
            @Nullable Integer dueInDays) {
        public TodoTemplate {
            title = Fields.name("/payload/todo/title", title, MAX_TITLE);
            notes = Fields.optionalText("/payload/todo/notes", notes, MAX_NOTES);
            Fields.within("/payload/todo/priority", priority, 0, MAX_PRIORITY);
            Fields.within("/payload/todo/dueInDays", dueInDays == null ? 0 : dueInDays, 0, MAX_DUE_DAYS);
        }
    }

    /**
     * Schedule item that each run adds.
     *
     * @param startsInMinutes minutes from the tick to the start
     */
    public record ItemTemplate(String title, int startsInMinutes, int durationMinutes) {
        public ItemTemplate {
            title = Fields.name("/payload/scheduleItem/title", title, MAX_TITLE);
            Fields.within("/payload/scheduleItem/startsInMinutes", startsInMinutes, 0, MAX_MINUTES);
            Fields.within("/payload/scheduleItem/durationMinutes", durationMinutes, 1, MAX_MINUTES);
        }
    }

    /**
     * Address that each run calls.
     *
     * @param url https URL without a user
     */
    public record WebhookTarget(String url) {
        private static final String POINTER = "/payload/webhook/url";

        public WebhookTarget {
            url = Fields.httpsUrl(POINTER, url, MAX_URL);
            Fields.require(
                    isPlain(url),
                    POINTER,
                    "must have a host in ASCII, a port from 1 to 65535 if any, and neither a user nor a fragment");
        }

        private static boolean isPlain(String text) {
            try {
                var url = new URI(text);
                return url.getHost() != null
                        && hasPort(url)
                        && url.getUserInfo() == null
                        && url.getFragment() == null
                        && url.toASCIIString().equals(text);
            } catch (URISyntaxException notAUri) {
                return false;
            }
        }

        private static boolean hasPort(URI url) {
            return url.getPort() == -1 || (url.getPort() >= 1 && url.getPort() <= 65_535);
        }
    }
}
