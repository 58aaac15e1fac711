package dev.ringline.benchmarks.device;

import dev.ringline.benchmarks.world.Users;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Live streams of very many devices, all read by one thread; an open stream costs this program a few kilobytes. */
public final class LiveStreams implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 32;

    /** The least that the system takes: what such a device does not read soon stays with the server. */
    private static final int SMALL_BUFFER = 2_048;

    private final MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Arrivals arrivals = new Arrivals();
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();
    private final Sources sources = Sources.ofThisMachine();
    private final InetSocketAddress server;
    private final Function<Device, Map<String, String>> headers;
    private volatile boolean closing;

    /** @param port where the streams are served on this machine */
    public LiveStreams(int port, Users users) {
        this(port, device -> users.headers(device.user(), device.name()));
    }

    LiveStreams(int port, Function<Device, Map<String, String>> headers) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.headers = headers;
    }

    /** A device of a user. */
    public record Device(String user, String name) {}

    /** What a device does after its snapshot. */
    private enum Manner {
        READS,
        STOPS_READING,
        COMES_BACK
    }

    /**
     * Opens a stream for each, some at a time, and returns when each has its snapshot.
     *
     * @throws java.util.concurrent.CompletionException if one of them gets none
     */
    public void open(Collection<Device> devices) {
        connect(devices, Manner.READS);
    }

    /** The same for devices that stop reading after their snapshot. They do not count as lost when they are cut. */
    public void openDeaf(Collection<Device> devices) {
        connect(devices, Manner.STOPS_READING);
    }

    /**
     * The same for devices that open another stream when one ends or asks them to, after as long as they were told to wait,
     * and then leave the former one. What rings in a later snapshot counts as told then. They do not count as lost.
     */
    public void openLasting(Collection<Device> devices) {
        connect(devices, Manner.COMES_BACK);
    }

    /** Completes when this device has been told this of this call; it may have been told already. */
    public CompletableFuture<Arrival> told(String callId, String event, String device) {
        return arrivals.of(callId, event, device);
    }

    /** Forgets what devices were told so far. */
    public void forgetArrivals() {
        arrivals.forget();
    }

    /** How many streams ended that should not have, so far. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        closing = true;
        for (Channel channel : open) {
            var _ = channel.close();
        }
        thread.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void connect(Collection<Device> devices, Manner manner) {
        Semaphore room = new Semaphore(AT_ONCE);
        var opened = devices.stream()
                .map(device -> {
                    room.acquireUninterruptibly();
                    Reader reader = new Reader(device, manner);
                    reader.connect();
                    return reader.opened
                            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .whenComplete((_, _) -> room.release());
                })
                .toList();
        CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new)).join();
    }

    /** What becomes of the streams of one device. But for the first connection, all of it happens on one thread. */
    private final class Reader implements StreamHandler.Listener {

        private static final long SOON_MS = 1_000;

        private final Device device;
        private final Manner manner;
        private final CompletableFuture<Void> opened = new CompletableFuture<>();
        private @Nullable Channel current;
        private @Nullable Channel next;
        private boolean comesBack;

        Reader(Device device, Manner manner) {
            this.device = device;
            this.manner = manner;
        }

        void connect() {
            Bootstrap bootstrap = new Bootstrap().group(thread).channel(NioSocketChannel.class);
            if (manner == Manner.STOPS_READING) {
                bootstrap.option(ChannelOption.SO_RCVBUF, SMALL_BUFFER);
            }
            Map<String, String> own = headers.apply(device);
            var _ = bootstrap
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            next = channel;
                            StreamHandler.add(channel, own, Reader.this);
                        }
                    })
                    .connect(server, sources.next())
                    .addListener(connecting -> {
                        if (!connecting.isSuccess()) {
                            next = null;
                            over(connecting.cause());
                        }
                    });
        }

        @Override
        public void told(Channel channel, Frame frame) {
            if (frame.isSnapshot()) {
                open.add(channel);
                channel.config().setAutoRead(manner != Manner.STOPS_READING);
                frame.ringing().forEach(call -> arrivals.add(device.name(), call));
                begun(channel);
            } else if (frame.isOfCall()) {
                arrivals.add(device.name(), frame);
            } else if (frame.isReconnect() && manner == Manner.COMES_BACK) {
                comeBack(frame.delayMs());
            }
        }

        /** It takes the place of the one before. */
        private void begun(Channel channel) {
            Channel former = current;
            current = channel;
            next = null;
            if (former != null) {
                var _ = former.close();
            }
            opened.complete(null);
        }

        @Override
        public void ended(Channel channel) {
            open.remove(channel);
            if (channel == current) {
                current = null;
                over(new IOException("A stream ended"));
            } else if (channel == next) {
                next = null;
                over(new IOException("A stream ended before it began"));
            }
        }

        private void over(Throwable why) {
            if (closing) {
                opened.completeExceptionally(why);
            } else if (manner == Manner.COMES_BACK) {
                comeBack(SOON_MS);
            } else if (!opened.completeExceptionally(why)
                    && manner == Manner.READS
                    && !opened.isCompletedExceptionally()) {
                lost.incrementAndGet();
            }
        }

        /** Unless it is about to. */
        private void comeBack(long inMs) {
            if (next == null && !comesBack) {
                comesBack = true;
                var _ = thread.schedule(
                        () -> {
                            comesBack = false;
                            connect();
                        },
                        inMs,
                        TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void failed(Throwable why) {
            if (manner != Manner.COMES_BACK) {
                opened.completeExceptionally(why);
            }
        }
    }
}
