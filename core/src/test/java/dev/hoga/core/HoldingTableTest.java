package dev.hoga.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HoldingTableTest {
    private static final int ACCOUNTS = 3_000;

    private final AccountTable accounts = new AccountTable();
    private final HoldingTable holdings = new HoldingTable(accounts);

    private static List<Integer> slots(AccountTable accounts, HoldingTable holdings, int account) {
        var slots = new ArrayList<Integer>();
        for (int slot = accounts.firstHolding(account); slot != HoldingTable.NONE; slot = holdings.next(slot)) {
            slots.add(slot);
        }
        return slots;
    }

    @Test
    void findsEveryHoldingAmongManyAlsoAfterItWasWrittenAndRead() {
        long seed = Seeds.first(9);
        var random = new Random(seed);
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.open(1 + i, "", "", 0);
        }
        Map<Long, Integer> model = new HashMap<>();
        Map<Integer, List<Integer>> slotsOf = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            int account = random.nextInt(accounts.count());
            int instrument = random.nextInt(random.nextBoolean() ? 20 : InstrumentTable.MAX_INSTRUMENTS);
            int expected = model.getOrDefault((long) account << 32 | instrument, HoldingTable.NONE);
            assertEquals(expected, holdings.find(account, instrument), "seed " + seed);
            int slot = holdings.addSellable(account, instrument, 0);
            if (expected == HoldingTable.NONE) {
                assertEquals(model.size(), slot);
                model.put((long) account << 32 | instrument, slot);
                slotsOf.computeIfAbsent(account, none -> new ArrayList<>()).add(slot);
            }
            assertEquals(slot, holdings.find(account, instrument), "seed " + seed);
            assertEquals(slot, holdings.deposit(account, instrument, account, 0), "seed " + seed);
        }
        var state = new ListState();
        accounts.write(state);
        holdings.write(state);
        var copiedAccounts = new AccountTable();
        var copy = new HoldingTable(copiedAccounts);
        copiedAccounts.read(state);
        copy.read(state);
        model.forEach((owner, slot) -> {
            assertEquals(slot, copy.find((int) (owner >>> 32), (int) (long) owner));
            assertEquals(holdings.shares(slot), copy.shares(slot));
            assertEquals(holdings.sellable(slot), copy.sellable(slot));
        });
        slotsOf.forEach((account, slots) -> {
            assertEquals(slots, slots(accounts, holdings, account), "seed " + seed);
            assertEquals(slots, slots(copiedAccounts, copy, account), "seed " + seed);
        });
    }
}
