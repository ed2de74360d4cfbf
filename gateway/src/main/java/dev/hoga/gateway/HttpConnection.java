package dev.hoga.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One client's connection: cuts its bytes into requests, has them handled (several at a time where the client pipelines), and
 * sends the answers in the order of the requests. A request for a WebSocket ends its part. Lives on one network thread.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter implements Runnable {
    private static final int FIRST_BYTES = 1024;
    private static final int KEPT_BYTES = 16 * 1024;
    private static final byte[] NOTHING = {};

    private enum Stage { HEAD, BODY, LINGER, SOCKET }

    private final Router router;
    private final HttpLimits limits;
    private final Connections connections;
    private final SocketLimits socketLimits;
    private final SocketLoop socketLoop;
    private final ArrayDeque<PendingExchange> underWay = new ArrayDeque<>(2);
    private Channel channel;
    private String remoteAddress = "";

    private Stage stage = Stage.HEAD;
    private byte[] in = new byte[FIRST_BYTES];
    private int from;
    private int to;
    /** Up to where the head has been searched for its end, and where its current line began. */
    private int scanned;
    private int lineStart;
    private RequestHead head;
    private IncomingBody body;
    private boolean emptyLineSkipped;
    private boolean owesContinue;
    private boolean inputEnded;
    private boolean reading;
    private boolean processing;
    private volatile boolean ending;
    private final Idleness idleness = new Idleness();
    private long deadlineNanos;
    private long stalledSinceNanos;
    private Future<?> sweep;
    /** What this connection has become, where it has. */
    private SocketConnection socket;

    HttpConnection(Router router, HttpLimits limits, Connections connections, SocketLimits socketLimits, SocketLoop socketLoop) {
        this.router = router;
        this.limits = limits;
        this.connections = connections;
        this.socketLimits = socketLimits;
        this.socketLoop = socketLoop;
    }

    // -- the channel ---------------------------------------------------------------------------------------------------

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context.channel();
        remoteAddress = Connections.addressOf(channel);
        if (!connections.admit(this, remoteAddress)) {
            stage = Stage.LINGER;
            channel.close();
            return;
        }
        beIdle();
        sweep = channel.eventLoop().scheduleAtFixedRate(this, limits.sweepMs(), limits.sweepMs(), TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> {
            sweep.cancel(false);
            connections.forget(this, remoteAddress);
            underWay.forEach(PendingExchange::discard);
            underWay.clear();
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        try {
            if (stage != Stage.LINGER) {
                append((ByteBuf) message);
                process();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        channel.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        stalledSinceNanos = channel.isWritable() ? 0 : System.nanoTime();
        if (channel.isWritable()) {
            process();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            // A client may end its side and still wait for answers.
            inputEnded = true;
            process();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        // A reset by the client, most of the time; nothing can be said to it any more.
        RequestLog.refused(0, cause.getClass().getSimpleName());
        channel.close();
    }

    // -- requests ------------------------------------------------------------------------------------------------------

    private void append(ByteBuf bytes) {
        idleness.end();
        int count = bytes.readableBytes();
        if (from == to && from > 0) {
            rewind();
        }
        if (to + count > in.length) {
            int kept = to - from;
            byte[] target = kept + count > in.length ? new byte[Math.max(kept + count, in.length * 2)] : in;
            System.arraycopy(in, from, target, 0, kept);
            scanned -= from;
            lineStart -= from;
            from = 0;
            to = kept;
            in = target;
        }
        bytes.readBytes(in, to, count);
        to += count;
    }

    private void rewind() {
        from = 0;
        to = 0;
        scanned = 0;
        lineStart = 0;
        if (in.length > KEPT_BYTES) {
            in = new byte[FIRST_BYTES];
        }
    }

    private void process() {
        if (processing) {
            return;
        }
        processing = true;
        try {
            boolean more = true;
            while (more && mayReadRequest()) {
                more = stage == Stage.HEAD ? readHead() : readBody();
            }
        } catch (BadRequestException bad) {
            refuse(bad.status(), bad.getMessage());
        } finally {
            processing = false;
        }
        if (stage == Stage.SOCKET) {
            return;
        }
        channel.config().setAutoRead(stage == Stage.LINGER || mayReadRequest());
        if (inputEnded && underWay.isEmpty()) {
            closeWhenSent();
        }
    }

    private boolean mayReadRequest() {
        return stage != Stage.LINGER && stage != Stage.SOCKET && !ending && underWay.size() < limits.requestsUnderWay()
            && channel.isWritable();
    }

    /** Reads up to the empty line. @return whether the head is complete and its body begins */
    private boolean readHead() throws BadRequestException {
        if (from == to) {
            return false;
        }
        if (scanned == from) {
            startWaiting(limits.headMs());
            lineStart = from;
        }
        int end = endOfHead();
        if (end < 0) {
            return false;
        }
        head = RequestHead.parse(Arrays.copyOfRange(in, from, end));
        body = new IncomingBody(head, limits.bodyBytes());
        from = end;
        scanned = end;
        lineStart = end;
        stage = Stage.BODY;
        startWaiting(limits.bodyMs());
        owesContinue = head.expectsContinue() && head.http11();
        return true;
    }

    private int endOfHead() throws BadRequestException {
        for (int i = scanned; i < to; i++) {
            if (in[i] == '\n') {
                if (i == from || in[i - 1] != '\r') {
                    throw new BadRequestException(400, "bare line feed");
                }
                if (lineStart == from && i - from >= limits.initialLineBytes()) {
                    throw new BadRequestException(414, "request line too long");
                }
                if (i - 1 == lineStart) {
                    if (lineStart > from) {
                        return checkedHeadEnd(i + 1);
                    }
                    skipEmptyLine(i + 1);
                }
                lineStart = i + 1;
            }
        }
        scanned = to;
        if (lineStart == from && to - from >= limits.initialLineBytes()) {
            throw new BadRequestException(414, "request line too long");
        }
        checkedHeadEnd(to);
        return -1;
    }

    /** One empty line before a request is forgiven: some old clients end a body with one (RFC 9112, 2.2). */
    private void skipEmptyLine(int end) throws BadRequestException {
        if (emptyLineSkipped) {
            throw new BadRequestException(400, "empty lines");
        }
        emptyLineSkipped = true;
        from = end;
    }

    private int checkedHeadEnd(int end) throws BadRequestException {
        if (end - from > limits.headBytes()) {
            throw new BadRequestException(431, "head too large");
        }
        return end;
    }

    /** @return whether the request is complete and was handed over */
    private boolean readBody() throws BadRequestException {
        from = body.take(in, from, to);
        scanned = from;
        lineStart = from;
        if (!body.complete()) {
            payContinue();
            return false;
        }
        owesContinue = false;
        emptyLineSkipped = false;
        Optional<SocketHandler> sockets = SocketHandshake.isAsked(head) ? router.socket(head.path()) : Optional.empty();
        if (sockets.isPresent()) {
            becomeSocket(sockets.get());
            return false;
        }
        // What follows a request that asks for the end is not read: nobody could be told of its answer.
        ending |= !head.keepsAlive();
        var exchange = new PendingExchange(this, head, body.bytes(), System.nanoTime());
        head = null;
        body = null;
        stage = Stage.HEAD;
        startWaiting(limits.idleMs());
        underWay.add(exchange);
        try {
            router.handle(exchange);
        } catch (RuntimeException failure) {
            exchange.failed(failure);
        }
        return true;
    }

    /** HTTP ends here: what follows on this connection are WebSocket frames. */
    private void becomeSocket(SocketHandler handler) throws BadRequestException {
        SocketHandshake.check(head, body.bytes().length);
        if (!underWay.isEmpty()) {
            throw new BadRequestException(400, "WebSocket handshake before earlier answers");
        }
        stage = Stage.SOCKET;
        sweep.cancel(false);
        channel.config().setAutoRead(true);
        RequestLog.socketOpened();
        channel.writeAndFlush(Unpooled.wrappedBuffer(SocketHandshake.answer(head)));
        ByteBuf early = Unpooled.copiedBuffer(in, from, to - from);
        socket = new SocketConnection(head, remoteAddress, socketLimits, socketLoop);
        in = NOTHING;
        head = null;
        body = null;
        ChannelPipeline pipeline = channel.pipeline();
        try {
            pipeline.remove(this);
            socket.begin(pipeline, handler);
            pipeline.fireChannelRead(early);
        } catch (RuntimeException failure) {
            RequestLog.failed(failure);
            channel.close();
        }
    }

    /** The invitation to send the body must not overtake the answer to an earlier request. */
    private void payContinue() {
        if (owesContinue && underWay.isEmpty() && from == to) {
            owesContinue = false;
            channel.writeAndFlush(Unpooled.wrappedBuffer(ResponseHead.CONTINUE));
        }
    }

    // -- answers -------------------------------------------------------------------------------------------------------

    /** Sends every answer whose turn has come. */
    void answersReady() {
        boolean sent = false;
        while (!underWay.isEmpty() && underWay.peek().answer() != null) {
            PendingExchange exchange = underWay.poll();
            ending |= !exchange.keepAlive();
            channel.write(exchange.takeAnswer());
            sent = true;
        }
        if (!sent) {
            return;
        }
        if (!reading) {
            channel.flush();
        }
        if (ending && underWay.isEmpty()) {
            endAfterLastAnswer();
            return;
        }
        if (isIdle()) {
            beIdle();
        }
        if (stage == Stage.BODY) {
            payContinue();
        }
        process();
    }

    private void refuse(int status, String reason) {
        RequestLog.refused(status, reason);
        if (underWay.isEmpty()) {
            byte[] page = PlainAnswer.errorBody("", status);
            String[] headers = status == 426 ? SocketHandshake.headersOf426() : PlainAnswer.jsonHeaders();
            channel.write(ResponseHead.compose(allocator(), status, headers, page, page.length, false, true));
            endAfterLastAnswer();
        } else {
            // Requests before the bad one are still answered, then the connection ends without a word about the rest.
            ending = true;
            from = to;
        }
    }

    /** Says goodbye so that the last answer arrives: what still comes in is thrown away for a moment. */
    private void endAfterLastAnswer() {
        stage = Stage.LINGER;
        from = to;
        startWaiting(HttpLimits.LINGER_MS);
        if (inputEnded) {
            closeWhenSent();
        } else {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> ((DuplexChannel) channel).shutdownOutput());
            channel.config().setAutoRead(true);
        }
    }

    private void closeWhenSent() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** The server stops: answers what is under way, takes nothing more. */
    void end() {
        if (socket != null) {
            socket.end();
            return;
        }
        ending = true;
        if (underWay.isEmpty()) {
            closeWhenSent();
        }
    }

    // -- idleness ------------------------------------------------------------------------------------------------------

    private boolean isIdle() {
        return underWay.isEmpty() && stage == Stage.HEAD && from == to;
    }

    private void beIdle() {
        startWaiting(limits.idleMs());
        idleness.begin(System.nanoTime());
    }

    Idleness idleness() {
        return idleness;
    }

    /** Ends in favour of a new connection, or has that one closed where a request has come meanwhile. */
    void yieldTo(HttpConnection newcomer) {
        onNetworkThread(() -> {
            if (isIdle()) {
                RequestLog.refused(0, "idle, and its address opens another");
                channel.close();
            } else {
                idleness.keepPlace();
                newcomer.channel.close();
            }
        });
    }

    // -- waits ---------------------------------------------------------------------------------------------------------

    private void startWaiting(int ms) {
        deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    /** Looks at the deadlines, now and then. */
    @Override
    public void run() {
        long now = System.nanoTime();
        if (stalledSinceNanos != 0 && now - stalledSinceNanos > TimeUnit.MILLISECONDS.toNanos(limits.stallMs())) {
            channel.close();
        } else if (!underWay.isEmpty()) {
            giveUpLateAnswer(now);
        } else if (now - deadlineNanos >= 0) {
            if (stage == Stage.LINGER || stage == Stage.HEAD && from == to) {
                channel.close();
            } else {
                refuse(408, "too slow");
            }
        }
    }

    private void giveUpLateAnswer(long now) {
        PendingExchange oldest = underWay.peek();
        if (now - oldest.startedNanos > TimeUnit.MILLISECONDS.toNanos(limits.responseWaitMs())) {
            oldest.respondWithError(504);
        }
    }

    // -- for the exchanges ---------------------------------------------------------------------------------------------

    String remoteAddress() {
        return remoteAddress;
    }

    boolean ending() {
        return ending;
    }

    ByteBufAllocator allocator() {
        return channel.alloc();
    }

    void onNetworkThread(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
            return;
        }
        try {
            channel.eventLoop().execute(task);
        } catch (RejectedExecutionException stopped) {
            // The server has stopped and closed the connection: nobody is left to be answered.
            RequestLog.refused(0, "answer after the end");
        }
    }

    Channel channel() {
        return channel;
    }
}
