// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.web.CallWatch.Watched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Answer of a provider whose body is still arriving. Closing it before its end cancels the call.
 *
 * @param mediaType type and subtype in lower case; an empty text if the provider names none
 */
record ProviderAnswer(int status, String mediaType, InputStream body, Watched watched) implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    /**
     * Reads the whole body. Waits for its memory if it is large.
     *
     * @param idle longest time between two bytes
     * @throws IOException if it has more bytes than the maximum, or breaks off
     */
    byte[] readAll(int max, Duration idle, LargeAnswers.Share memory) throws IOException {
        var all = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
            if (all.size() + count > max) {
                throw new BadAnswer("The answer has more than " + max + " bytes.");
            }
            if (all.size() + count > LargeAnswers.SMALL) {
                watched.atEnd(); // other calls may make the provider wait
                memory.take(watched);
            }
            watched.in(idle);
            all.write(chunk, 0, count);
        }
        return all.toByteArray();
    }

    @Override
    public void close() {
        watched.close();
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // There is nothing left to cancel.
        }
    }
}
