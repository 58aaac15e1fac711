package dev.ringline.notification.push.outbound;

import dev.ringline.notification.push.PushProperties;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;

/** A name service in which every name is at one address. */
public final class Names extends AddressResolverGroup<InetSocketAddress> {

    private final String address;

    private Names(String address) {
        this.address = address;
    }

    /** A client for whom every name is at this address. */
    public static OutboundHttp allAt(String address, PushProperties settings, AddressRule rule) {
        return new OutboundHttp(settings, rule, InstantSource.system(), new Names(address));
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new InetNameResolver(executor) {

            @Override
            protected void doResolve(String name, Promise<InetAddress> promise) throws UnknownHostException {
                promise.setSuccess(found(name));
            }

            @Override
            protected void doResolveAll(String name, Promise<List<InetAddress>> promise) throws UnknownHostException {
                promise.setSuccess(List.of(found(name)));
            }
        }.asAddressResolver();
    }

    private InetAddress found(String name) throws UnknownHostException {
        return InetAddress.getByAddress(name, InetAddress.getByName(address).getAddress());
    }
}
