package dev.hoga.engine;

import io.aeron.archive.checksum.Checksum;
import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;

/**
 * CRC-32C over each record of the log, written with it and checked when it is read again: a record torn by a power cut ends
 * the log there, one that has rotted stops the start. (Aeron's own needs the JDK's internals opened.)
 */
final class RecordChecksum implements Checksum {

    @Override
    @SuppressWarnings("restricted")
    public int compute(long address, int offset, int length) {
        var checksum = new CRC32C();
        checksum.update(MemorySegment.ofAddress(address + offset).reinterpret(length).asByteBuffer());
        return (int) checksum.getValue();
    }
}
