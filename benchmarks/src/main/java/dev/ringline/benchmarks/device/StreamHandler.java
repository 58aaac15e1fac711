package dev.ringline.benchmarks.device;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DelimiterBasedFrameDecoder;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks for a stream when the connection is there, and takes the frames out of the answer. */
final class StreamHandler extends SimpleChannelInboundHandler<HttpObject> {

    private static final int LONGEST_FRAME = 256 * 1_024;

    private final Map<String, String> headers;

    private StreamHandler(Map<String, String> headers) {
        this.headers = headers;
    }

    /** Who learns what comes. */
    interface Listener {

        void told(Channel channel, Frame frame);

        /** Something went wrong; the end of the connection follows. */
        void failed(Throwable why);

        void ended(Channel channel);
    }

    static void add(Channel channel, Map<String, String> headers, Listener listener) {
        ByteBuf emptyLine = Unpooled.copiedBuffer("\n\n", StandardCharsets.US_ASCII);
        channel.pipeline()
                .addLast(
                        new HttpClientCodec(),
                        new StreamHandler(headers),
                        new DelimiterBasedFrameDecoder(LONGEST_FRAME, emptyLine),
                        new Frames(listener));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/v1/stream");
        request.headers().set("Host", "localhost").set("Accept", "text/event-stream");
        headers.forEach(request.headers()::set);
        var _ = context.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response && !response.status().equals(HttpResponseStatus.OK)) {
            context.fireExceptionCaught(new IOException("A stream was refused: " + response.status()));
        } else if (part instanceof HttpContent content) {
            context.fireChannelRead(content.content().retain());
        }
        if (part instanceof LastHttpContent) {
            var _ = context.close(); // the server would take another request
        }
    }

    private static final class Frames extends SimpleChannelInboundHandler<ByteBuf> {

        private final Listener listener;

        Frames(Listener listener) {
            this.listener = listener;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf text) {
            Frame.parse(text.toString(StandardCharsets.UTF_8))
                    .ifPresent(frame -> listener.told(context.channel(), frame));
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            listener.ended(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            listener.failed(failure);
            var _ = context.close();
        }
    }
}
