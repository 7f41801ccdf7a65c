// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final String EVENTS =
            "data: {\"a\": 1}\n\n: comment\n\nevent: x\r\ndata:two\r\ndata: lines\r\n\r\ndata: [DONE]\n\n";

    /** However the bytes arrive, the events are the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 1000})
    void readsEventsWithTheirBytes(int atOnce) throws IOException {
        var events = all(inParts(EVENTS, atOnce));
        assertThat(events)
                .extracting(EventStream.Event::data)
                .containsExactly("{\"a\": 1}", "", "two\n lines", "[DONE]");
        assertThat(events.stream().map(event -> text(event.bytes())).reduce("", String::concat))
                .isEqualTo(EVENTS);
    }

    @Test
    void tellsIfAnotherEventHasArrived() throws IOException {
        var stream = new EventStream(inParts("data: 1\n\ndata: 2\n\ndata: 3\n\n", 18));
        stream.next();
        assertThat(stream.hasNext()).isTrue();
        stream.next();
        assertThat(stream.hasNext()).isFalse();
    }

    @Test
    void readsLongLines() throws IOException {
        var line = "data: " + "x".repeat(EventStream.MAX_EVENT - 10) + "\n\n";
        assertThat(all(inParts(line + "data: 2\n\n", 64 * 1024)))
                .extracting(event -> event.bytes().length)
                .containsExactly(line.length(), 9);
    }

    @Test
    void refusesAnEventWithoutEnd() {
        var endless = inParts("x".repeat(EventStream.MAX_EVENT + 1), 64 * 1024);
        assertThatThrownBy(() -> all(endless)).isInstanceOf(IOException.class).hasMessageContaining("more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: 1\n\ndata: 2", "data: 1\n\ndata: 2\n", "data: 1\n\nd"})
    void failsInsideAnEvent(String brokenOff) {
        assertThatThrownBy(() -> all(inParts(brokenOff, 1000)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("inside an event");
    }

    private static List<EventStream.Event> all(InputStream in) throws IOException {
        var stream = new EventStream(in);
        var events = new ArrayList<EventStream.Event>();
        for (var event = stream.next(); event != null; event = stream.next()) {
            events.add(event);
        }
        return events;
    }

    private static InputStream inParts(String text, int atOnce) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atOnce));
            }
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
