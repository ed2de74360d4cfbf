package dev.hoga.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hoga.core.CoreCommands;
import dev.hoga.core.CoreListener;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Schema and interfaces agree: each method has a message, and every argument comes out as it went in. */
class CodecsTest {
    /** Host time and correlation id. */
    private static final int ENGINES_OWN_ARGUMENTS = 2;
    private static final int FIRST_EVENT_ID = 101;
    private static final int ROUNDS = 200;

    private final Random random = new Random(20_261_120);

    @Test
    void hasAMessageForEachCommandAndNoOther() throws Exception {
        Set<String> methods = Arrays.stream(CoreCommands.class.getMethods()).map(Method::getName)
            .filter(Predicate.not("resumeClock"::equals)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(methods, messages(id -> id < FIRST_EVENT_ID));
    }

    @Test
    void hasAMessageForEachEventAndNoOther() throws Exception {
        Set<String> methods = Arrays.stream(CoreListener.class.getMethods()).map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(methods, messages(id -> id >= FIRST_EVENT_ID));
    }

    @Test
    void carriesEachCommandWhole() throws Exception {
        for (Method method : CommandPort.class.getMethods()) {
            for (int round = 0; round < ROUNDS; round++) {
                carriesCommandWhole(method);
            }
        }
    }

    @Test
    void carriesATick() {
        var sent = new ArrayList<DirectBuffer>();
        var calls = new ArrayList<List<Object>>();
        new CommandPublisher(new PendingReplies(1, 1), capture(sent), 1, 1).tick();
        int template = new CommandAdapter(recorder(CoreCommands.class, calls)).onCommand(77, sent.getFirst(), 0);
        assertEquals(List.of(List.of("tick", 77L)), calls);
        assertEquals(CommandAdapter.TICK, template);
    }

    @Test
    void carriesEachEventWhole() throws Exception {
        for (Method method : CoreListener.class.getMethods()) {
            for (int round = 0; round < ROUNDS; round++) {
                carriesEventWhole(method);
            }
        }
    }

    private void carriesCommandWhole(Method method) throws Exception {
        var sent = new ArrayList<DirectBuffer>();
        var calls = new ArrayList<List<Object>>();
        var pending = new PendingReplies(4, random.nextLong());
        var reply = new Outcome.Promise();
        Object[] arguments = arguments(method);
        arguments[arguments.length - 1] = reply;
        method.invoke(new CommandPublisher(pending, capture(sent), Long.MAX_VALUE / 2, Long.MAX_VALUE / 2), arguments);

        long hostTimeMs = random.nextLong();
        new CommandAdapter(recorder(CoreCommands.class, calls)).onCommand(hostTimeMs, sent.getFirst(), 0);
        List<Object> call = calls.getFirst();
        assertEquals(method.getName(), call.getFirst());
        assertEquals(hostTimeMs, call.get(1));
        assertEquals(reply, pending.take((long) call.get(2)), method + " carries its correlation id");
        assertEquals(Arrays.asList(arguments).subList(0, arguments.length - 1),
            call.subList(1 + ENGINES_OWN_ARGUMENTS, call.size()), method.toString());
    }

    private void carriesEventWhole(Method method) throws Exception {
        var sent = new ArrayList<DirectBuffer>();
        var calls = new ArrayList<List<Object>>();
        Object[] arguments = arguments(method);
        method.invoke(new EventPublisher((event, length) -> sent.add(copy(event, length))), arguments);
        new EventAdapter(recorder(CoreListener.class, calls)).onEvent(sent.getFirst(), 0);
        List<Object> call = calls.getFirst();
        assertEquals(method.getName(), call.getFirst());
        assertEquals(Arrays.asList(arguments), call.subList(1, call.size()), method.toString());
    }

    private Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(this::argument).toArray();
    }

    private Object argument(Class<?> type) {
        if (type == long.class) {
            return random.nextLong();
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return "삼성전자 Samsung ".repeat(random.nextInt(9));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else {
            assertTrue(type == Reply.class, "no test value for " + type);
            return null;
        }
    }

    private static Ingress capture(List<DirectBuffer> sent) {
        return (buffer, length) -> sent.add(copy(buffer, length));
    }

    private static DirectBuffer copy(DirectBuffer buffer, int length) {
        var bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return new UnsafeBuffer(bytes);
    }

    /** An implementation that writes down each call: the method's name, then its arguments. */
    private static <T> T recorder(Class<T> type, List<List<Object>> calls) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            var call = new ArrayList<>();
            call.add(method.getName());
            call.addAll(Arrays.asList(arguments));
            calls.add(call);
            return null;
        }));
    }

    private static Set<String> messages(Predicate<Integer> wanted) throws Exception {
        var names = new TreeSet<String>();
        try (InputStream schema = CodecsTest.class.getResourceAsStream("/sbe/hoga.xml")) {
            var messages = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(schema)
                .getElementsByTagName("sbe:message");
            for (int i = 0; i < messages.getLength(); i++) {
                var attributes = messages.item(i).getAttributes();
                if (wanted.test(Integer.parseInt(attributes.getNamedItem("id").getNodeValue()))) {
                    String name = attributes.getNamedItem("name").getNodeValue();
                    names.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
                }
            }
        }
        return names;
    }
}
