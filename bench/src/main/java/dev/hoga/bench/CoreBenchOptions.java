package dev.hoga.bench;

/**
 * What the core's comparison runs on.
 *
 * @param symbols the market sizes to run, one after another
 * @param openOrders how many open orders all books together hold; no book holds more than {@link #MOST_DEPTH_ORDERS}
 */
record CoreBenchOptions(int[] symbols, int accounts, int commands, int openOrders, int warmUpRounds, int rounds, long seed) {
    private static final int MOST_DEPTH_ORDERS = 1_000;
    static final CoreBenchOptions STANDARD = new CoreBenchOptions(new int[] {1, 2_500}, 100_000, 3_000_000, 500_000, 2, 7, 1);

    int depthOrders(int ofSymbols) {
        return Math.clamp(openOrders / ofSymbols, 1, MOST_DEPTH_ORDERS);
    }
}
