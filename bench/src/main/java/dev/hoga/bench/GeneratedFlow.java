package dev.hoga.bench;

/**
 * A stream and what must come of it.
 *
 * @param tape trades (makers and takers named by the stream's order numbers, prices in won) and refused commands
 * @param books the books at the end
 */
record GeneratedFlow(OrderFlow flow, Tape tape, Books books, FlowStatistics statistics) {

    /** Compares what a contender made of the whole stream. @throws IllegalStateException where anything differs */
    void requireCameOf(String name, Contender contender) {
        Tape actual = contender.tape();
        int trade = tape.firstDifferentTrade(actual);
        if (trade >= 0) {
            throw new IllegalStateException("%s: trade %d is [%s], expected [%s]".formatted(name, trade,
                actual.describeTrade(trade), tape.describeTrade(trade)));
        }
        int refusal = tape.firstDifferentReject(actual);
        if (refusal >= 0) {
            throw new IllegalStateException("%s: refusal %d differs: %s, expected %s".formatted(name, refusal,
                actual.describeReject(refusal), tape.describeReject(refusal)));
        }
        String difference = contender.books().firstDifference(books);
        if (!difference.isEmpty()) {
            throw new IllegalStateException(name + ": the books differ: " + difference);
        }
    }
}
