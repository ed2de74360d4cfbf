package dev.hoga.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The main job, start to end: the beginning of a trading day against a real server process on a temporary folder, over its
 * real port, with every answer checked. The server is killed in the middle and must have lost nothing.
 */
final class Demo {
    private static final String CODE = "005930";
    private static final long CASH_WON = 10_000_000;
    private static final int TOKEN_CHARS = 86;
    private static final long BOUGHT_SHARES = 4;
    private static final long SOLD_SHARES = 1;
    private static final int ORDER_NUMBER_DIGITS = 7;
    private static final long OPEN_SHARES = 2;
    private static final long OPEN_TICKS_BELOW = 10;

    private final Narrator say;
    private final Path folder;
    private ServerChild server;
    private WireClient wire;
    private ControlClient control;
    private PacedBot bot;
    private PacedBot secondBot;
    private KisClient kisBot;
    private DemoSockets sockets;
    private String accountNumber = "";
    private String htsId = "";
    private String openOrder = "";
    private long basePriceWon;
    private long tickWon;
    private long upperLimitWon;
    private long lowerLimitWon;

    Demo(PrintStream out) throws IOException {
        say = new Narrator(out);
        folder = Files.createTempDirectory("hoga-demo-");
    }

    /** @return whether every step answered as it should */
    boolean play() throws IOException {
        var cleaning = Thread.ofPlatform().unstarted(this::cleanUp);
        Runtime.getRuntime().addShutdownHook(cleaning);
        long startNanos = System.nanoTime();
        try {
            say.line("The beginning of a trading day, over a real port, with clients that know only the brokers' own APIs.");
            steps();
            say.line("Everything answered as it should, in %.1f s.".formatted((System.nanoTime() - startNanos) / 1e9));
            return true;
        } catch (Narrator.Surprise | IOException | Json.BadJson | IllegalStateException e) {
            say.line("NOT as it should be: " + e.getMessage());
            if (server != null) {
                server.errorLines().stream().filter(line -> !line.contains("secretkey"))
                    .forEach(line -> say.line("   server: " + line));
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            cleanUp();
            Runtime.getRuntime().removeShutdownHook(cleaning);
        }
    }

    private void steps() throws IOException, InterruptedException {
        startServer("Start a server on an empty folder");
        openAccount();
        tokens();
        quoteAndBook();
        new DemoGold(say, control).play(bot);
        openSockets();
        farOrder();
        marketBuy();
        balance();
        sellThroughKis();
        keepAnOpenOrder();
        var refusals = new DemoRefusals(say, CODE, basePriceWon, tickWon, upperLimitWon, affordableShares());
        refusals.playKiwoom(bot, secondBot);
        refusals.playKis(kisBot);
        killAndRestart();
        new DemoNight(say, control, kisBot, accountNumber).play();
        stop();
    }

    private void startServer(String why) throws IOException {
        say.step(why);
        long startNanos = System.nanoTime();
        server = ServerChild.serve(List.of("serve", "--port", "0", "--participants", "off", "--data",
            folder.toString()));
        long tookMs = (System.nanoTime() - startNanos) / 1_000_000;
        wire = WireClient.toPort(server.port());
        control = new ControlClient(wire, server.controlToken());
        say.sees("process %d answers on port %d after %d ms".formatted(server.pid(), server.port(), tookMs));
    }

    @SuppressWarnings("unchecked")
    private void openAccount() throws IOException {
        say.step("Open an account with 10,000,000 won (control API)");
        WireAnswer opened = control.post("/accounts", Map.of("name", "alice", "cash", Map.of("KRW", CASH_WON),
            "gold", Map.of("cash", DemoGold.CASH_WON)));
        say.expect("account opened", 200, opened.status());
        accountNumber = opened.field("accountNumber");
        htsId = opened.field("htsId");
        kisBot = KisClient.ofAccount(wire, opened.json());
        bot = new PacedBot(KiwoomClient.ofAccount(wire, opened.json()));
        var mock = (Map<String, Object>) ((Map<String, Object>) opened.json().get("kiwoom")).get("mock");
        secondBot = new PacedBot(new KiwoomClient(wire, (String) mock.get("appkey"), (String) mock.get("secretkey")));
        say.sees("account " + accountNumber + ", with a live and a mock app key of each broker");
        WireAnswer instrument = control.get("/instruments/" + CODE);
        basePriceWon = instrument.number("basePrice");
        tickWon = instrument.number("tick");
        upperLimitWon = instrument.number("upperLimit");
        lowerLimitWon = instrument.number("lowerLimit");
    }

    private void tokens() throws IOException, InterruptedException {
        say.step("Ask both brokers for a token: POST /oauth2/token, POST /oauth2/tokenP");
        WireAnswer answer = bot.call("au10001", KiwoomClient::login);
        say.expect("token answer", 0L, answer.returnCode());
        say.expect("length of the token", TOKEN_CHARS, answer.field("token").length());
        say.sees("a token of 86 characters, good until " + answer.field("expires_dt"));
        WireAnswer account = bot.call("ka00001", it -> it.call("ka00001"));
        say.expect("the token's account", accountNumber, account.field("acctNo"));
        say.sees("ka00001 says it belongs to account " + accountNumber);
        WireAnswer kisToken = kisBot.login();
        say.expect("KIS's token answer", 200, kisToken.status());
        say.sees("KIS's token is good until " + kisToken.field("access_token_token_expired"));
    }

    private void quoteAndBook() throws IOException, InterruptedException {
        say.step("Look at the quote and the book of " + CODE + " through both: ka10001, ka10004, inquire-price, inquire-asking-price");
        WireAnswer quote = bot.call("ka10001", it -> it.call("ka10001", "stk_cd", CODE));
        say.expect("quote answer", 0L, quote.returnCode());
        say.expect("price", basePriceWon, price(quote.field("cur_prc")));
        say.sees("%s at %,d won, limits %,d to %,d".formatted(quote.field("stk_nm"), basePriceWon, lowerLimitWon, upperLimitWon));
        WireAnswer book = book();
        say.expect("best bid of an empty book", 0L, price(book.field("buy_fpr_bid")));
        say.expect("best ask of an empty book", 0L, price(book.field("sel_fpr_bid")));
        say.expect("price, by KIS", Long.toString(basePriceWon), output(kisDone(kisBot.price(CODE)), "output").get("stck_prpr"));
        say.expect("best ask, by KIS", "0", output(kisDone(kisBot.book(CODE)), "output1").get("askp1"));
        say.sees("both say so, and that nobody is in the book yet");
    }

    private void openSockets() throws IOException {
        say.step("Open both sockets: 00, 04, 0B, 0D by Kiwoom, H0STCNI0, H0STCNT0, H0STASP0 by KIS");
        sockets = DemoSockets.open(say, server.port(), bot.client(), kisBot, htsId, CODE);
        say.sees("logged in, approved, everything registered");
    }

    private WireAnswer book() throws IOException, InterruptedException {
        WireAnswer book = bot.call("ka10004", it -> it.call("ka10004", "stk_cd", CODE));
        say.expect("book answer", 0L, book.returnCode());
        return book;
    }

    private void farOrder() throws IOException, InterruptedException {
        say.step("Buy 3 far away at the lower limit, amend it one tick up, cancel it: kt10000, kt10002, kt10003");
        String first = order(bot.call("kt10000", it -> it.buy(CODE, 3, lowerLimitWon)));
        sockets.accepted(first, 3);
        say.sees("order " + first + " taken, both sockets say so; best bid now " + price(book().field("buy_fpr_bid")));
        say.expect("open orders", List.of(first), orderNumbers(openOrders()));
        WireAnswer amended = bot.call("kt10002", it -> it.amend(first, CODE, 0, lowerLimitWon + tickWon));
        String second = order(amended);
        say.expect("first order of the chain", first, amended.field("base_orig_ord_no"));
        say.expect("best bid after the amendment", lowerLimitWon + tickWon, price(book().field("buy_fpr_bid")));
        say.sees("amended: new number " + second + ", best bid " + (lowerLimitWon + tickWon));
        WireAnswer cancelled = bot.call("kt10003", it -> it.cancel(second, CODE, 0));
        say.expect("cancelled shares", "000000000003", cancelled.field("cncl_qty"));
        say.expect("open orders after the cancellation", List.of(), orderNumbers(openOrders()));
        say.sees("cancelled under number " + order(cancelled) + "; no open order is left");
    }

    private void marketBuy() throws IOException, InterruptedException {
        say.step("A scripted trader offers 10 at %,d won; buy 4 at market through Kiwoom".formatted(basePriceWon));
        WireAnswer offer = control.post("/orders", Map.of("venue", "KRX", "code", CODE, "side", "SELL", "type", "LIMIT",
            "price", basePriceWon, "quantity", 10));
        say.expect("scripted order", 200, offer.status());
        say.expect("best ask", basePriceWon, price(book().field("sel_fpr_bid")));
        sockets.bestAsk(basePriceWon);
        String number = order(bot.call("kt10000", it -> it.buyAtMarket(CODE, BOUGHT_SHARES)));
        Map<String, Object> fill = fills().getFirst();
        say.expect("filled order", number, fill.get("ord_no"));
        say.expect("filled shares", Long.toString(BOUGHT_SHARES), fill.get("cntr_qty"));
        say.expect("fill price", Long.toString(basePriceWon), fill.get("cntr_pric"));
        sockets.filled(number, BOUGHT_SHARES, basePriceWon);
        sockets.held(BOUGHT_SHARES);
        say.sees("order %s filled: 4 at %,d won; both sockets push its notice and the trade".formatted(number, basePriceWon));
    }

    private void balance() throws IOException, InterruptedException {
        say.step("Read the balance through both: kt00018, inquire-balance");
        WireAnswer balance = balanceAnswer();
        say.expect("purchase amount", BOUGHT_SHARES * basePriceWon, whole(balance.field("tot_pur_amt")));
        bothShowHeld(BOUGHT_SHARES);
        say.sees("both say: 4 shares bought for %,d won, and the account is worth %,d won"
            .formatted(BOUGHT_SHARES * basePriceWon, whole(balance.field("prsm_dpst_aset_amt"))));
    }

    /** Both brokers show the same holding, and the same worth of the account. */
    private void bothShowHeld(long qtyShares) throws IOException, InterruptedException {
        WireAnswer byKiwoom = balanceAnswer();
        Map<String, Object> holding = byKiwoom.rows("acnt_evlt_remn_indv_tot").getFirst();
        WireAnswer byKis = kisDone(kisBot.balance());
        Map<String, Object> kisHolding = byKis.rows("output1").getFirst();
        say.expect("instrument held, by Kiwoom", "A" + CODE, holding.get("stk_cd"));
        say.expect("instrument held, by KIS", CODE, kisHolding.get("pdno"));
        say.expect("shares held, by Kiwoom", qtyShares, whole(holding.get("rmnd_qty")));
        say.expect("shares held, by KIS", qtyShares, whole(kisHolding.get("hldg_qty")));
        say.expect("purchase amount, by KIS", whole(holding.get("pur_amt")), whole(kisHolding.get("pchs_amt")));
        say.expect("worth of the account, by KIS", whole(byKiwoom.field("prsm_dpst_aset_amt")),
            whole(byKis.rows("output2").getFirst().get("tot_evlu_amt")));
    }

    private void sellThroughKis() throws IOException, InterruptedException {
        say.step("A scripted trader bids for 1; sell 1 through KIS: order-cash");
        long bidWon = basePriceWon - tickWon;
        WireAnswer bid = control.post("/orders", Map.of("venue", "KRX", "code", CODE, "side", "BUY", "type", "LIMIT",
            "price", bidWon, "quantity", SOLD_SHARES));
        say.expect("scripted order", 200, bid.status());
        String number = (String) output(kisDone(kisBot.sell(CODE, SOLD_SHARES, bidWon)), "output").get("ODNO");
        String kiwoomNumber = number.substring(number.length() - ORDER_NUMBER_DIGITS);
        sockets.filled(kiwoomNumber, SOLD_SHARES, bidWon);
        sockets.held(BOUGHT_SHARES - SOLD_SHARES);
        say.expect("the fill that Kiwoom lists first", kiwoomNumber, fills().getFirst().get("ord_no"));
        bothShowHeld(BOUGHT_SHARES - SOLD_SHARES);
        say.sees("order %s sold at %,d won; Kiwoom's 04 says 3 are left, and so do both balances".formatted(number, bidWon));
    }

    private void keepAnOpenOrder() throws IOException, InterruptedException {
        say.step("Leave one order open: buy 2, ten ticks below");
        openOrder = order(bot.call("kt10000", it -> it.buy(CODE, OPEN_SHARES, basePriceWon - OPEN_TICKS_BELOW * tickWon)));
        say.sees("order " + openOrder + " waits in the book");
    }

    /** What the money that is left can still buy at the base price, reckoned here and not by the server. */
    private long affordableShares() {
        long freeWon = CASH_WON - cost(BOUGHT_SHARES, basePriceWon) + proceeds(SOLD_SHARES, basePriceWon - tickWon)
            - cost(OPEN_SHARES, basePriceWon - OPEN_TICKS_BELOW * tickWon);
        long shares = freeWon / basePriceWon;
        while (cost(shares, basePriceWon) > freeWon) {
            shares--;
        }
        return shares;
    }

    /** Amount and commission: 0.015 %, cut to 10 won. */
    private static long cost(long qtyShares, long priceWon) {
        return qtyShares * priceWon + commission(qtyShares * priceWon);
    }

    /** Amount less commission and the sale's tax: 0.20 %, cut to the won. */
    private static long proceeds(long qtyShares, long priceWon) {
        long amountWon = qtyShares * priceWon;
        return amountWon - commission(amountWon) - amountWon * 20 / 10_000;
    }

    private static long commission(long amountWon) {
        return amountWon * 15 / 100_000 / 10 * 10;
    }

    private void killAndRestart() throws IOException, InterruptedException {
        var ordersBefore = openOrders();
        var fillsBefore = fills();
        String balanceBefore = balanceAnswer().text();
        String kisBalanceBefore = kisDone(kisBot.balance()).text();
        WireAnswer hashBefore = control.get("/state-hash");
        say.step("kill -9 the server");
        server.kill();
        sockets.close();
        wire.close();
        say.sees("process " + server.pid() + " is gone; state hash was " + hashBefore.field("hash"));
        startServer("Start it again on the same folder");
        bot.moveTo(wire);
        kisBot = kisBot.on(wire);
        WireAnswer hashAfter = control.get("/state-hash");
        say.expect("state hash", hashBefore.field("hash"), hashAfter.field("hash"));
        say.expect("the log goes on", hashAfter.number("position") >= hashBefore.number("position"));
        say.sees("same state hash");
        say.expect("open orders", ordersBefore, openOrders());
        say.expect("fills", fillsBefore, fills());
        say.expect("balance", balanceBefore, balanceAnswer().text());
        say.expect("balance, by KIS", kisBalanceBefore, kisDone(kisBot.balance()).text());
        say.sees("with the same tokens: same open order, same fills, same balance through both");
        String next = order(bot.call("kt10003", it -> it.cancel(openOrder, CODE, 0)));
        say.expect("order numbers go on", Integer.parseInt(openOrder) + 1, Integer.parseInt(next));
        say.sees("order " + openOrder + " can be cancelled; numbers go on with " + next);
    }

    private void stop() {
        say.step("Stop the server with SIGTERM");
        say.expect("exit code", 0, server.terminate());
        say.sees("it took a snapshot and ended with exit code 0");
    }

    private String order(WireAnswer answer) {
        say.expect("outcome of " + answer.text(), 0L, answer.returnCode());
        say.expect("seven digits in " + answer.text(), answer.field("ord_no").matches("[0-9]{7}"));
        return answer.field("ord_no");
    }

    private List<Map<String, Object>> openOrders() throws IOException, InterruptedException {
        WireAnswer answer = bot.call("ka10075", KiwoomClient::openOrders);
        say.expect("open orders answer", 0L, answer.returnCode());
        return answer.rows("oso");
    }

    private List<Map<String, Object>> fills() throws IOException, InterruptedException {
        WireAnswer answer = bot.call("ka10076", KiwoomClient::fills);
        say.expect("fills answer", 0L, answer.returnCode());
        return answer.rows("cntr");
    }

    private WireAnswer balanceAnswer() throws IOException, InterruptedException {
        WireAnswer answer = bot.call("kt00018", KiwoomClient::balance);
        say.expect("balance answer", 0L, answer.returnCode());
        return answer;
    }

    private WireAnswer kisDone(WireAnswer answer) {
        say.expect("outcome of " + answer.text(), "0", answer.field("rt_cd"));
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> output(WireAnswer answer, String name) {
        return (Map<String, Object>) answer.json().get(name);
    }

    private static long whole(Object digits) {
        return Long.parseLong((String) digits);
    }

    private static List<Object> orderNumbers(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("ord_no")).toList();
    }

    /** A price as Kiwoom writes it: its sign is the direction of the day. */
    private static long price(String text) {
        return text.isBlank() ? 0 : Math.abs(Long.parseLong(text.strip()));
    }

    private synchronized void cleanUp() {
        try {
            if (sockets != null) {
                sockets.close();
            }
            if (wire != null) {
                wire.close();
            }
            if (server != null) {
                server.close();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            say.line("could not delete " + folder + ": " + e.getMessage());
        }
    }
}
