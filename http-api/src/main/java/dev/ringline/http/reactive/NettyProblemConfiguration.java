package dev.ringline.http.reactive;

import dev.ringline.http.StrictJson;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Errors of Netty itself. */
@AutoConfiguration(after = ReactiveHttpConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({NettyPipeline.class, NettyServerCustomizer.class})
public class NettyProblemConfiguration {

    @Bean
    NettyServerCustomizer problemReport(StrictJson json) {
        return server ->
                server.doOnChannelInit((observer, channel, client) -> report(channel.pipeline(), json.mapper()));
    }

    private static void report(ChannelPipeline pipeline, JsonMapper json) {
        pipeline.addAfter(NettyPipeline.HttpCodec, "ringline.problems", new ProblemReportHandler(json));
    }
}
