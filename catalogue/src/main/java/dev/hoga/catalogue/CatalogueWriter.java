package dev.hoga.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the compact resource that {@link CatalogueReader} reads: magic, version, string table, then per broker the index, the errors and
 * the TRs. Every
 * string is a number into the table; a TR is found by its offset and decoded alone.
 */
final class CatalogueWriter {

    static final int MAGIC = 0x484f4741;
    static final int VERSION = 1;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final ByteArrayOutputStream trs = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(index);

    /** Adds a broker's TRs and errors; brokers come in the order of {@link Broker}. */
    void add(final List<TrSpec> specs, final ErrorTable errors) throws IOException {
        writeNumber(specs.size());
        for (final TrSpec spec : specs) {
            writeIndexEntry(spec, writeTr(spec));
        }
        writeErrors(errors);
    }

    /** The whole resource. */
    byte[] toByteArray() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream all = new DataOutputStream(bytes);
        all.writeInt(MAGIC);
        all.writeInt(VERSION);
        final List<byte[]> encoded = new ArrayList<>();
        strings.keySet().forEach(string -> encoded.add(string.getBytes(StandardCharsets.UTF_8)));
        all.writeInt(encoded.size());
        int offset = 0;
        for (final byte[] string : encoded) {
            offset += string.length;
            all.writeInt(offset);
        }
        for (final byte[] string : encoded) {
            all.write(string);
        }
        all.writeInt(index.size());
        index.writeTo(all);
        trs.writeTo(all);
        return bytes.toByteArray();
    }

    private void writeIndexEntry(final TrSpec spec, final int offset) throws IOException {
        writeString(spec.key());
        writeString(spec.name());
        writeString(spec.method());
        writeString(spec.path());
        final List<String> trIds = new ArrayList<>();
        for (final Variant variant : spec.variants()) {
            trIds.add(variant.tr());
            trIds.add(variant.mock());
            trIds.addAll(variant.was());
        }
        writeStrings(trIds);
        out.writeInt(offset);
    }

    private int writeTr(final TrSpec spec) throws IOException {
        final int offset = trs.size();
        out = new DataOutputStream(trs);
        for (final String text : List.of(
            spec.key(), spec.id(), spec.name(), spec.titleKo(), spec.titleEn(), spec.group(), spec.method(), spec.path())) {
            writeString(text);
        }
        out.writeByte(spec.transport().ordinal());
        out.writeByte(spec.mock().ordinal());
        out.writeByte(spec.paging().ordinal());
        writeNumber(spec.variants().size());
        for (final Variant variant : spec.variants()) {
            writeString(variant.tr());
            writeString(variant.mock());
            writeStrings(variant.was());
            writeString(variant.en());
            writeString(variant.ko());
        }
        writeRows(spec.request());
        writeRows(spec.response());
        writeNumber(spec.frame().size());
        for (final Map.Entry<String, Integer> count : spec.frame().entrySet()) {
            writeString(count.getKey());
            writeNumber(count.getValue());
        }
        out.writeBoolean(spec.encrypted());
        writeStrings(spec.notes());
        out = new DataOutputStream(index);
        return offset;
    }

    private void writeRows(final FieldRows rows) throws IOException {
        writeNumber(rows.size());
        for (final Field field : rows) {
            writeField(field);
        }
    }

    private void writeField(final Field field) throws IOException {
        writeString(field.name());
        writeString(field.as());
        writeString(field.ko());
        out.writeByte((field.required() ? 1 : 0) | (field.enforce() ? 2 : 0));
        writeString(field.missingCode());
        writeNumber(field.length());
        out.writeByte(field.type().ordinal());
        writeString(field.unit());
        out.writeByte(field.form().kind().ordinal());
        out.writeByte(field.form().digits());
        writeString(field.format().words());
        writeNumber(field.codes().size());
        for (final Map.Entry<String, String> code : field.codes().entrySet()) {
            writeString(code.getKey());
            writeString(code.getValue());
        }
        writeNumber(field.texts().size());
        for (final CodeText text : field.texts()) {
            writeString(text.code());
            writeString(text.ko());
            writeString(text.en());
        }
        writeString(field.defaultNote());
        writeString(field.en());
        writeRows(field.children());
    }

    private void writeErrors(final ErrorTable errors) throws IOException {
        writeNumber(errors.classTexts().size());
        for (final Map.Entry<Integer, String> text : errors.classTexts().entrySet()) {
            writeNumber(text.getKey());
            writeString(text.getValue());
        }
        writeNumber(errors.errors().size());
        for (final ErrorEntry error : errors.errors()) {
            writeString(error.code());
            writeString(error.source());
            writeNumber(error.returnCode());
            out.writeBoolean(error.returnCodeKnown());
            writeNumber(error.httpStatus());
            writeNumber(error.oauthHttpStatus());
            writeString(error.text());
            writeString(error.meaning());
        }
        writeNumber(errors.rejections().size());
        for (final Rejection rejection : errors.rejections()) {
            writeString(rejection.code());
            out.writeBoolean(rejection.mock());
            writeString(rejection.text());
            out.writeBoolean(rejection.quoted());
            writeString(rejection.meaning());
            writeString(rejection.when());
        }
    }

    private void writeStrings(final Collection<String> texts) throws IOException {
        writeNumber(texts.size());
        for (final String text : texts) {
            writeString(text);
        }
    }

    private void writeString(final String text) throws IOException {
        Integer number = strings.get(text);
        if (number == null) {
            number = strings.size();
            strings.put(text, number);
        }
        writeNumber(number);
    }

    /** Seven bits a byte, lowest first, the high bit says that another follows. */
    private void writeNumber(final int number) throws IOException {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
