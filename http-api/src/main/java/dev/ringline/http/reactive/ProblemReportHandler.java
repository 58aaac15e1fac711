package dev.ringline.http.reactive;

import dev.ringline.http.Problem;
import dev.ringline.http.failure.StatusProblems;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Netty refuses before any filter sees it, such as a request line that is no HTTP: gives a body to every
 * refusal without one. One for each connection, next to its codec.
 */
final class ProblemReportHandler extends ChannelDuplexHandler {

    private final JsonMapper json;

    private @Nullable Problem illegalAddress;

    ProblemReportHandler(JsonMapper json) {
        this.json = json;
    }

    /** The connection ends with a request that cannot be read: nothing behind it is looked at. */
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (illegalAddress != null) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            checkAddress(request);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        var answer = message instanceof FullHttpResponse response && isBareRefusal(response) ? told(response) : message;
        super.write(context, answer, promise);
    }

    private void checkAddress(HttpRequest request) {
        try {
            new URI(request.uri());
        } catch (URISyntaxException illegal) {
            illegalAddress = illegalAddress(illegal);
            request.setDecoderResult(DecoderResult.failure(illegal));
        }
    }

    private static Problem illegalAddress(URISyntaxException illegal) {
        var query = illegal.getInput().indexOf('?');
        return Problem.invalid(
                query >= 0 && query < illegal.getIndex() ? "query" : "path",
                "must escape what an address cannot hold, such as | as %7C, and have two hexadecimal digits after each %");
    }

    private static boolean isBareRefusal(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.content().isReadable()
                && HttpUtil.getContentLength(response, 0L) == 0;
    }

    private FullHttpResponse told(FullHttpResponse bare) {
        var problem = illegalAddress == null ? StatusProblems.of(bare.status().code(), Map.of()) : illegalAddress;
        var body = Unpooled.wrappedBuffer(json.writeValueAsBytes(problem.body()));
        var whole = bare.replace(body);
        bare.release();
        problem.headers().forEach(whole.headers()::set);
        whole.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        return whole;
    }
}
