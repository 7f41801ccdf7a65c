// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A local port behind which servers can change, as behind a name or a virtual address. Connections that are open keep their server. */
public final class Relay implements AutoCloseable {
    private final ServerSocket port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile int target;

    /** Leads to that local port. */
    public Relay(int target) {
        try {
            this.target = target;
            this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return port.getLocalPort();
    }

    /** Leads new connections to another local port. */
    public void leadTo(int other) {
        target = other;
    }

    /** Ends the open connections. */
    public void cut() {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            close(socket);
        }
    }

    private void accept() {
        while (true) {
            Socket client;
            try {
                client = port.accept();
            } catch (IOException closed) {
                return;
            }
            open.add(client);
            try {
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                pump(client, server);
                pump(server, client);
            } catch (IOException noServer) {
                close(client);
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                // Both ends learn it below.
            }
            close(from);
            close(to);
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }
}
