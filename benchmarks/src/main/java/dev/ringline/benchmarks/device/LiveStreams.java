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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Live streams of very many devices, all read by one thread; an open stream costs this program a few kilobytes. */
public final class LiveStreams implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int AT_ONCE = 32;

    /** The least that the system takes: what such a device does not read soon stays with the server. */
    private static final int SMALL_BUFFER = 2_048;

    private final MultiThreadIoEventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Arrivals arrivals = new Arrivals();
    private final Queue<Channel> open = new ConcurrentLinkedQueue<>();
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

    /**
     * Opens a stream for each, some at a time, and returns when each has its snapshot.
     *
     * @throws java.util.concurrent.CompletionException if one of them gets none
     */
    public void open(Collection<Device> devices) {
        connect(devices, bootstrap());
    }

    /** The same for devices that stop reading after their snapshot. They do not count as lost when they are cut. */
    public void openDeaf(Collection<Device> devices) {
        connect(devices, bootstrap().option(ChannelOption.SO_RCVBUF, SMALL_BUFFER).attr(StreamHandler.DEAF, true));
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
        open.forEach(Channel::close);
        thread.shutdownGracefully(0, PATIENCE_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void connect(Collection<Device> devices, Bootstrap bootstrap) {
        Semaphore room = new Semaphore(AT_ONCE);
        var opened = devices.stream()
                .map(device -> {
                    room.acquireUninterruptibly();
                    return connect(device, bootstrap).whenComplete((_, _) -> room.release());
                })
                .toList();
        CompletableFuture.allOf(opened.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<Channel> connect(Device device, Bootstrap bootstrap) {
        CompletableFuture<Channel> opened = new CompletableFuture<>();
        Map<String, String> own = headers.apply(device);
        var _ = bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        StreamHandler.add(channel, own, new Reader(device.name(), opened));
                    }
                })
                .connect(server, sources.next())
                .addListener(connecting -> {
                    if (!connecting.isSuccess()) {
                        opened.completeExceptionally(connecting.cause());
                    }
                });
        return opened.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private Bootstrap bootstrap() {
        return new Bootstrap().group(thread).channel(NioSocketChannel.class);
    }

    /** What becomes of one stream. */
    private final class Reader implements StreamHandler.Listener {

        private final String device;
        private final CompletableFuture<Channel> opened;

        Reader(String device, CompletableFuture<Channel> opened) {
            this.device = device;
            this.opened = opened;
        }

        @Override
        public void told(Channel channel, Frame frame) {
            if (frame.isSnapshot()) {
                open.add(channel);
                opened.complete(channel);
            } else if (frame.isOfCall()) {
                arrivals.add(device, frame);
            }
        }

        @Override
        public void failed(Throwable why) {
            opened.completeExceptionally(why);
        }

        @Override
        public void ended(Channel channel) {
            opened.completeExceptionally(new IOException("A stream ended before it began"));
            if (!opened.isCompletedExceptionally() && !closing && !channel.hasAttr(StreamHandler.DEAF)) {
                lost.incrementAndGet();
            }
        }
    }
}
