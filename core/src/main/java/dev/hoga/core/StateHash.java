package dev.hoga.core;

/** Folds everything that is written to it into 64 bits; the same writes give the same hash on any JVM. */
final class StateHash implements StateWriter {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long FIRST_MULTIPLIER = 0xBF58_476D_1CE4_E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D0_49BB_1331_11EBL;

    private long hash = SEED;

    @Override
    public void putLong(long value) {
        long mixed = (hash ^ value) * FIRST_MULTIPLIER;
        mixed = (mixed ^ mixed >>> 27) * SECOND_MULTIPLIER;
        hash = Long.rotateLeft(mixed ^ mixed >>> 31, 23) + SEED;
    }

    @Override
    public void putString(String value) {
        putLong(value.length());
        for (int i = 0; i < value.length(); i++) {
            putLong(value.charAt(i));
        }
    }

    long value() {
        return hash;
    }
}
