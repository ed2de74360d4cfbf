package dev.hoga.bench;

/**
 * How Hoga's order numbers and the stream's correspond. Hoga gives a new number to each order, amendment and cancellation;
 * the core is deterministic, so one rehearsal finds the numbers that every later round will see.
 *
 * @param target the number that each command amends or cancels, 0 where there is none
 * @param orderOf the stream's order for each of Hoga's numbers
 */
record OrderNumbers(int[] target, int[] orderOf) {

    /** Plays the stream once. */
    static OrderNumbers rehearse(OrderFlow flow, Tape tape) {
        var numbers = new OrderNumbers(new int[flow.commands()], new int[flow.commands() + 1]);
        var current = new int[flow.commands() + 1];
        var contender = new HogaContender(flow, tape, numbers);
        for (int i = 0; i < flow.commands(); i++) {
            int order = flow.order[i];
            numbers.target[i] = current[order];
            int number = contender.play(i);
            if (number > 0 && flow.kind[i] != OrderFlow.CANCEL) {
                current[order] = number;
                numbers.orderOf[number] = order;
            }
        }
        return numbers;
    }
}
