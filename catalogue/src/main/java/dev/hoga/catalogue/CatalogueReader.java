package dev.hoga.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Reads what {@link CatalogueWriter} wrote. Safe for several threads once {@link #open} has returned. */
final class CatalogueReader {

    private static final Transport[] TRANSPORTS = Transport.values();
    private static final MockOffer[] MOCK_OFFERS = MockOffer.values();
    private static final Paging[] PAGINGS = Paging.values();
    private static final FieldType[] TYPES = FieldType.values();
    private static final ValueForm.Kind[] FORM_KINDS = ValueForm.Kind.values();

    private final byte[] bytes;
    private final int offsetsStart;
    private final int stringsStart;
    private final int indexStart;
    private final int trsStart;
    private final AtomicReferenceArray<String> strings;

    /** One line of the index: enough to find a TR without decoding it. */
    record IndexEntry(String key, String name, String method, String path, List<String> trIds, int offset) {
    }

    private CatalogueReader(final byte[] bytes) {
        this.bytes = bytes;
        final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getInt() != CatalogueWriter.MAGIC || buffer.getInt() != CatalogueWriter.VERSION) {
            throw new IllegalStateException("catalogue resource of another version: build the catalogue module again");
        }
        final int count = buffer.getInt();
        offsetsStart = buffer.position();
        stringsStart = offsetsStart + count * Integer.BYTES;
        final int stringsLength = count == 0 ? 0 : buffer.getInt(stringsStart - Integer.BYTES);
        final int indexLength = buffer.getInt(stringsStart + stringsLength);
        indexStart = stringsStart + stringsLength + Integer.BYTES;
        trsStart = indexStart + indexLength;
        strings = new AtomicReferenceArray<>(count);
    }

    /** Reads the index of every broker; the TRs follow when asked for. */
    static List<BrokerCatalogue> open(final byte[] bytes) {
        final CatalogueReader reader = new CatalogueReader(bytes);
        final Cursor cursor = reader.new Cursor(reader.indexStart, Broker.KIWOOM);
        final List<BrokerCatalogue> brokers = new ArrayList<>();
        for (final Broker broker : Broker.values()) {
            final List<IndexEntry> entries = cursor.list(cursor::indexEntry);
            brokers.add(new BrokerCatalogue(broker, reader, entries, cursor.errors(broker)));
        }
        return brokers;
    }

    TrSpec tr(final Broker broker, final int offset) {
        return new Cursor(trsStart + offset, broker).tr();
    }

    private String string(final int number) {
        final String known = strings.get(number);
        if (known != null) {
            return known;
        }
        final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        final int from = number == 0 ? 0 : buffer.getInt(offsetsStart + (number - 1) * Integer.BYTES);
        final int to = buffer.getInt(offsetsStart + number * Integer.BYTES);
        final String decoded = new String(bytes, stringsStart + from, to - from, StandardCharsets.UTF_8);
        strings.set(number, decoded);
        return decoded;
    }

    private interface Item<T> {
        T read();
    }

    /** A place in the bytes that moves on with each read. */
    private final class Cursor {
        private final Broker broker;
        private int at;

        private Cursor(final int start, final Broker broker) {
            this.at = start;
            this.broker = broker;
        }

        private IndexEntry indexEntry() {
            return new IndexEntry(text(), text(), text(), text(), list(this::text), fixedInt());
        }

        private TrSpec tr() {
            final String key = text();
            final String id = text();
            final String name = text();
            final String titleKo = text();
            final String titleEn = text();
            final String group = text();
            final String method = text();
            final String path = text();
            return new TrSpec(broker, key, id, name, titleKo, titleEn, group,
                TRANSPORTS[octet()], method, path, MOCK_OFFERS[octet()], PAGINGS[octet()],
                list(() -> new Variant(text(), text(), list(this::text), text(), text())),
                rows(), rows(), map(this::number), octet() != 0, list(this::text));
        }

        private FieldRows rows() {
            return FieldRows.of(list(this::field));
        }

        private Field field() {
            final String name = text();
            final String as = text();
            final String ko = text();
            final int flags = octet();
            final String missingCode = text();
            final int length = number();
            final FieldType type = TYPES[octet()];
            final String unit = text();
            final ValueForm form = new ValueForm(FORM_KINDS[octet()], octet());
            final Format format = Format.parse(text(), broker, length);
            return new Field(name, as, ko, (flags & 1) != 0, (flags & 2) != 0, missingCode, length, type, unit, form, format,
                map(this::text), list(() -> new CodeText(text(), text(), text())), text(), text(), rows());
        }

        private ErrorTable errors(final Broker owner) {
            final Map<Integer, String> classTexts = new LinkedHashMap<>();
            for (int i = number(); i > 0; i--) {
                classTexts.put(number(), text());
            }
            final List<ErrorEntry> errors =
                list(() -> new ErrorEntry(text(), text(), number(), octet() != 0, number(), number(), text(), text()));
            final List<Rejection> rejections =
                list(() -> new Rejection(text(), octet() != 0, text(), octet() != 0, text(), text()));
            return new ErrorTable(owner, classTexts, errors, rejections);
        }

        private <T> List<T> list(final Item<T> item) {
            final int size = number();
            if (size == 0) {
                return List.of();
            }
            final List<T> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(item.read());
            }
            return Collections.unmodifiableList(list);
        }

        private <T> Map<String, T> map(final Item<T> item) {
            final int size = number();
            if (size == 0) {
                return Map.of();
            }
            final Map<String, T> map = new LinkedHashMap<>(size * 2);
            for (int i = 0; i < size; i++) {
                map.put(text(), item.read());
            }
            return Collections.unmodifiableMap(map);
        }

        private String text() {
            return string(number());
        }

        private int number() {
            int number = 0;
            int shift = 0;
            int octet;
            do {
                octet = bytes[at++];
                number |= (octet & 0x7f) << shift;
                shift += 7;
            } while (octet < 0);
            return number;
        }

        private int octet() {
            return bytes[at++];
        }

        private int fixedInt() {
            final int value = ByteBuffer.wrap(bytes).getInt(at);
            at += Integer.BYTES;
            return value;
        }
    }
}
