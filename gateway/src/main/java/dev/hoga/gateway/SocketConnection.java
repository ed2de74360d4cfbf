package dev.hoga.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One client's WebSocket: Netty cuts the frames, here they become messages. A client that breaks the protocol is closed with the
 * code that says how. Lives on one network thread.
 */
final class SocketConnection extends ChannelInboundHandlerAdapter implements SocketSession {
    private static final byte[] NOTHING = {};
    private static final int FIN_BYTES_OF_CLOSE = Short.BYTES;
    private static final int NO_STATUS = 1005;
    private static final int LONGEST_REASON_BYTES = 123;
    /** Pongs are about the connection: only the newest matters. */
    private final Object pongs = new Object();

    private enum Stage { OPEN, CLOSING, CLOSED }

    private final RequestHead head;
    private final String remoteAddress;
    private final SocketLimits limits;
    private final SocketLoop loop;
    private final OutboundQueue queue;
    private Channel channel;
    private SocketListener listener;
    private Stage stage = Stage.OPEN;
    /** The message whose fragments are coming. */
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream(0);
    private boolean flushDue;
    /** Looks whether the client takes anything; runs only while it is behind without a break. */
    private Optional<Future<?>> stallWatch = Optional.empty();
    private long windowStartNanos;
    private int framesInWindow;

    SocketConnection(RequestHead head, String remoteAddress, SocketLimits limits, SocketLoop loop) {
        this.head = head;
        this.remoteAddress = remoteAddress;
        this.limits = limits;
        this.loop = loop;
        queue = new OutboundQueue(limits.queueFrames(), limits.queueBytes());
    }

    /** Takes the pipeline over and has the session opened. */
    void begin(ChannelPipeline pipeline, SocketHandler handler) {
        channel = pipeline.channel();
        pipeline.addLast(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder().expectMaskedFrames(true)
            .allowExtensions(false).maxFramePayloadLength(limits.messageBytes()).closeOnProtocolViolation(false).build()));
        pipeline.addLast(new Utf8FrameValidator(false));
        pipeline.addLast(this);
        channel.closeFuture().addListener(closed -> ended());
        windowStartNanos = System.nanoTime();
        listener = handler.open(this);
    }

    private void ended() {
        stage = Stage.CLOSED;
        stallWatch.ifPresent(watch -> watch.cancel(false));
        queue.clear();
        if (listener != null) {
            listener.closed();
        }
    }

    // -- from the client -----------------------------------------------------------------------------------------------

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
        var taken = (WebSocketFrame) frame;
        try {
            countFrame();
            take(taken);
        } catch (RuntimeException failure) {
            RequestLog.failed(failure);
            close(FAILED, "");
        } finally {
            taken.release();
        }
    }

    private void take(WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame goodbye) {
            answerGoodbye(goodbye);
        } else if (stage != Stage.OPEN) {
            // Said while our goodbye was on its way.
            return;
        } else if (frame instanceof PingWebSocketFrame) {
            byte[] payload = bytes(frame.content());
            send(Frame.of(Frame.PONG, payload, payload.length, pongs));
        } else if (frame instanceof PongWebSocketFrame) {
            listener.pong(bytes(frame.content()));
        } else if (frame instanceof BinaryWebSocketFrame) {
            close(UNSUPPORTED, "text only");
        } else {
            takeText(frame);
        }
    }

    private void takeText(WebSocketFrame frame) {
        byte[] content = bytes(frame.content());
        if (fragments.size() + content.length > limits.messageBytes()) {
            close(TOO_BIG, "message too big");
        } else if (frame.isFinalFragment() && fragments.size() == 0) {
            listener.text(content);
        } else {
            fragments.writeBytes(content);
            if (frame.isFinalFragment()) {
                byte[] whole = fragments.toByteArray();
                fragments.reset();
                listener.text(whole);
            }
        }
    }

    private static byte[] bytes(ByteBuf content) {
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        return bytes;
    }

    private void answerGoodbye(CloseWebSocketFrame goodbye) {
        if (stage == Stage.OPEN) {
            int status = goodbye.statusCode() < 0 ? NO_STATUS : goodbye.statusCode();
            close(status, "");
        }
        endWhenSent();
    }

    /** A client that sends more than its share is read more slowly; nothing is lost. */
    private void countFrame() {
        framesInWindow++;
        if (framesInWindow < limits.messagesPerSecond()) {
            return;
        }
        long windowLeftNanos = TimeUnit.SECONDS.toNanos(1) - (System.nanoTime() - windowStartNanos);
        framesInWindow = 0;
        windowStartNanos = System.nanoTime() + Math.max(0, windowLeftNanos);
        if (windowLeftNanos > 0) {
            channel.config().setAutoRead(false);
            channel.eventLoop().schedule(() -> channel.config().setAutoRead(true), windowLeftNanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            channel.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof CorruptedWebSocketFrameException broken) {
            close(broken.closeStatus().code(), broken.getMessage());
        } else {
            // A reset by the client, most of the time; nothing can be said to it any more.
            RequestLog.refused(0, cause.getClass().getSimpleName());
            channel.close();
        }
    }

    // -- to the client -------------------------------------------------------------------------------------------------

    @Override
    public void send(Frame frame) {
        if (stage != Stage.OPEN) {
            frame.release();
            return;
        }
        if (queue.isEmpty() && channel.isWritable()) {
            write(frame);
        } else if (!queue.add(frame)) {
            queue.clear();
            close(POLICY, "too slow");
        }
    }

    private void write(Frame frame) {
        channel.write(frame.handOver(), channel.voidPromise());
        if (!flushDue) {
            flushDue = true;
            loop.flushLater(this::flush);
        }
    }

    private void flush() {
        flushDue = false;
        channel.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) {
            // It has caught up. What it falls behind with from now on is another matter, even if that begins in this call.
            stallWatch.ifPresent(watch -> watch.cancel(false));
            stallWatch = Optional.empty();
        }
        while (channel.isWritable() && !queue.isEmpty()) {
            write(queue.take());
        }
        if (!channel.isWritable() && stallWatch.isEmpty()) {
            watchStall(channel.bytesBeforeWritable());
        }
    }

    private void watchStall(long missing) {
        stallWatch = Optional.of(channel.eventLoop().schedule(() -> lookIfStalled(missing), limits.stallMs(), TimeUnit.MILLISECONDS));
    }

    /** A client that has taken nothing since it was looked at last is gone or hangs. While it is behind, nothing more is written. */
    private void lookIfStalled(long missingBefore) {
        long missing = channel.bytesBeforeWritable();
        if (missing >= missingBefore) {
            RequestLog.refused(0, "takes nothing");
            channel.close();
        } else {
            watchStall(missing);
        }
    }

    @Override
    public void close(int status, String reason) {
        if (stage != Stage.OPEN) {
            return;
        }
        while (!queue.isEmpty()) {
            write(queue.take());
        }
        stage = Stage.CLOSING;
        byte[] payload = status == NO_STATUS ? NOTHING : goodbye(status, reason);
        channel.writeAndFlush(Frame.of(Frame.CLOSE, payload, payload.length, null).handOver());
        channel.eventLoop().schedule(() -> channel.close(), limits.closeMs(), TimeUnit.MILLISECONDS);
    }

    private static byte[] goodbye(int status, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        int length = Math.min(text.length, LONGEST_REASON_BYTES);
        return ByteBuffer.allocate(FIN_BYTES_OF_CLOSE + length).putShort((short) status).put(text, 0, length).array();
    }

    private void endWhenSent() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void drop() {
        channel.close();
    }

    /** The server stops. */
    void end() {
        close(GOING_AWAY, "");
    }

    // -- the session ---------------------------------------------------------------------------------------------------

    @Override
    public String path() {
        return head.path();
    }

    @Override
    public String header(String name) {
        return head.header(name);
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }

    @Override
    public SocketLoop loop() {
        return loop;
    }

    @Override
    public Future<?> after(long ms, Runnable task) {
        return channel.eventLoop().schedule(task, ms, TimeUnit.MILLISECONDS);
    }
}
