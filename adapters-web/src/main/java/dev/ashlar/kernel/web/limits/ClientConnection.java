// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Connection of a client whose answer takes long, so that the work for a client that has left can be saved. It is good for one request. */
public final class ClientConnection implements ServletConnection, AsyncListener {
    private final ServletConnection described;
    private final SocketWrapperBase<?> socket;
    private final Runnable failure;
    private volatile boolean requestEnded;

    /**
     * Creates the connection of one request.
     *
     * @param failure does what Tomcat does when a write has failed
     */
    ClientConnection(ServletConnection described, SocketWrapperBase<?> socket, Runnable failure) {
        this.described = described;
        this.socket = socket;
        this.failure = failure;
    }

    /** Returns the connection of a request that is still in the hands of its servlet. */
    public static ClientConnection of(ServletRequest request) {
        return (ClientConnection) request.getServletConnection();
    }

    /**
     * True if the client has closed the connection, or the half to which it writes, or if the request has ended. Does not wait. Called after
     * the whole request was read; bytes of the next request stay.
     */
    public boolean isClosed() {
        var lock = socket.getLock();
        if (!lock.tryLock()) {
            return false; // Tomcat is at work on the connection
        }
        try {
            return requestEnded || socket.isClosed() || isAtEnd();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes to the client while Tomcat is not at work on the connection. If a write outside its own threads fails, Tomcat ends the request at
     * once; it would use its objects for the next request, and the failure would hit that one, before the write has returned.
     *
     * @throws IOException if the client does not get it, because it has left or the request has ended
     */
    public void write(Write write) throws IOException {
        var lock = socket.getLock();
        lock.lock();
        try {
            if (requestEnded) {
                throw new IOException("The request has ended.");
            }
            write.run();
        } catch (IllegalStateException failure) {
            if (socket.isClosed()) { // a server that stops takes its objects back and tells no listener
                throw new IOException("The server has closed the connection.", failure);
            }
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends the request in the middle of its answer, and closes the connection without the end of the answer, so that the client notices.
     * Nothing can be written afterwards.
     *
     * @throws IOException if the request has ended before
     */
    public void breakOff() throws IOException {
        write(() -> {
            requestEnded = true;
            if (!socket.isClosed()) { // a server that stops has taken its objects back
                failure.run();
            }
        });
    }

    /**
     * Refuses whatever else is written. If nothing more can be written to the client, or the server stops, Tomcat ends the request itself,
     * beside the answer, and uses its objects for the next one, which must not be ended in its place.
     */
    @Override
    public void onComplete(AsyncEvent event) {
        requestEnded = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        requestEnded = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // There is no timeout.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nothing starts it again.
    }

    private boolean isAtEnd() {
        var next = ByteBuffer.allocate(1);
        try {
            int count = socket.read(false, next);
            if (count > 0) {
                socket.unRead(next.flip());
            }
            return count < 0;
        } catch (IOException ended) {
            return true;
        }
    }

    @Override
    public String getConnectionId() {
        return described.getConnectionId();
    }

    @Override
    public String getProtocol() {
        return described.getProtocol();
    }

    @Override
    public String getProtocolConnectionId() {
        return described.getProtocolConnectionId();
    }

    @Override
    public boolean isSecure() {
        return described.isSecure();
    }

    /** Step of an answer. */
    @FunctionalInterface
    public interface Write {
        void run() throws IOException;
    }
}
