// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections on which a request begins and never ends. */
public final class SlowClients implements AutoCloseable {
    private final List<SocketChannel> connections = new ArrayList<>();

    private SlowClients() {}

    /** Opens that many connections and sends the beginning of a request on each; nothing at all if it is empty. */
    public static SlowClients sending(int port, int count, String beginning) throws IOException {
        var clients = new SlowClients();
        for (int number = 0; number < count; number++) {
            var connection = SocketChannel.open(new InetSocketAddress("localhost", port));
            clients.connections.add(connection);
            connection.write(bytes(beginning));
            connection.configureBlocking(false);
        }
        return clients;
    }

    /** Sends another byte on each connection that is still open. */
    public void drip() {
        connections.forEach(SlowClients::drip);
    }

    /** Returns the number of connections that the server has not closed or answered. */
    public long open() {
        return connections.stream().filter(SlowClients::isSilent).count();
    }

    private static void drip(SocketChannel connection) {
        try {
            connection.write(bytes(" "));
        } catch (IOException closed) {
            // It is the server's right.
        }
    }

    private static boolean isSilent(SocketChannel connection) {
        try {
            return connection.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException closed) {
            return false;
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
