package dev.hoga.gateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The front door: HTTP/1.0, 1.1 and WebSocket on a few network threads. Handlers run on those threads and must not wait.
 *
 * <p>Example: {@code new HttpServer(HttpServerConfig.loopback(8080), router)}, which listens when the constructor returns.
 */
public final class HttpServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final int LEAST_READ_BYTES = 256;
    private static final int FIRST_READ_BYTES = 1024;
    private static final long DRAIN_LOOK_NANOS = 5_000_000;

    private final EventLoopGroup loops;
    private final Channel listening;
    private final Connections connections;
    private final HttpLimits limits;
    private final Map<EventExecutor, SocketLoop> socketLoops = new IdentityHashMap<>();

    /** Binds and listens. @throws IllegalStateException where the address can't be had */
    public HttpServer(HttpServerConfig config, Router router) {
        limits = config.limits();
        connections = new Connections(limits);
        loops = new MultiThreadIoEventLoopGroup(config.eventLoops(), new DefaultThreadFactory("http", true),
            NioIoHandler.newFactory());
        loops.forEach(loop -> socketLoops.put(loop, new SocketLoop(loop)));
        var address = new InetSocketAddress(config.bindAddress(), config.port());
        var bound = bootstrap(config, router).bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            String why = address.isUnresolved() ? "there is no such address" : bound.cause().getMessage();
            throw new IllegalStateException("cannot listen on " + config.bindAddress() + ":" + config.port() + ": " + why, bound.cause());
        }
        listening = bound.channel();
    }

    private ServerBootstrap bootstrap(HttpServerConfig config, Router router) {
        // One read at a time, so that a stopped connection stops within one read; the limit of its memory depends on it.
        var reads = new AdaptiveRecvByteBufAllocator(LEAST_READ_BYTES, FIRST_READ_BYTES, HttpLimits.READ_BYTES)
            .maxMessagesPerRead(1);
        return new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, reads)
            .childHandler(new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                    SocketLoop loop = socketLoops.get(channel.eventLoop());
                    channel.pipeline().addLast(new HttpConnection(router, limits, connections, config.sockets(), loop));
                }
            });
    }

    /** The port that was bound. */
    public int port() {
        SocketAddress address = listening.localAddress();
        return ((InetSocketAddress) address).getPort();
    }

    /** Connections open now. */
    public int connectionCount() {
        return connections.count();
    }

    /** Stops listening, answers what is under way within {@link HttpLimits#drainMs}, ends every connection. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        connections.endAll();
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.drainMs());
        while (connections.count() > 0 && System.nanoTime() < deadlineNanos && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(DRAIN_LOOK_NANOS);
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
