package dev.hoga.bench;

/** One side of the comparison, fresh for each round. */
interface Contender {

    /** Plays a part of the stream, from (inclusive) to (exclusive). This is what is timed. */
    void play(int from, int to);

    /** What came of all that was played, in the words of the stream. */
    Tape tape();

    /** All books as they are now. */
    Books books();
}
