package dev.ringline.e2e.stage;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes TCP connections on to a port of this machine, until they are cut. */
final class Proxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final int target;
    private final ServerSocket door;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

    private Proxy(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    static Proxy to(int target) {
        try {
            var proxy = new Proxy(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a proxy", e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every connection is cut in the moment of its next reply: what was asked is done, and nobody hears of it. */
    void cutAtNextReply() {
        wires.forEach(wire -> wire.doomed = true);
    }

    @Override
    public void close() {
        quietly(door);
        wires.forEach(Wire::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            var wire = new Wire(client, new Socket(InetAddress.getLoopbackAddress(), target));
            wires.add(wire);
            Thread.ofVirtual().start(wire::ask);
            wire.reply();
        } catch (IOException unreachable) {
            quietly(client);
        }
    }

    /** One connection, with both its ends. */
    private final class Wire {

        private final Socket client;
        private final Socket server;
        private volatile boolean doomed;

        private Wire(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        private void ask() {
            pass(client, server, false);
        }

        private void reply() {
            pass(server, client, true);
        }

        private void pass(Socket from, Socket to, boolean mayBeCut) {
            try {
                var buffer = new byte[BUFFER];
                for (int read = from.getInputStream().read(buffer);
                        read >= 0 && !(mayBeCut && doomed);
                        read = from.getInputStream().read(buffer)) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            } catch (IOException broken) {
                // the other direction learns of it below
            } finally {
                close();
            }
        }

        private void close() {
            quietly(client);
            quietly(server);
            wires.remove(this);
        }
    }

    private static void quietly(Closeable end) {
        try {
            end.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
